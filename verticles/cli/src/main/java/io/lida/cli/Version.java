package io.lida.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar, and of the Java it runs on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "lida " + (version == null ? "0.1.0" : version) + " (java " + Runtime.version() + ")"
    };
  }
}
