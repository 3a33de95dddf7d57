package io.lida.proof;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the command is started: as {@code scripts/lida} starts the product when one of these sources
 * has been packaged, else with the class path of the test.
 */
public final class Product {
  /** The folder of the sources. */
  public static final Path ROOT =
      Path.of(System.getProperty("lida.root")).toAbsolutePath().normalize();

  private static final Path FOLDER = ROOT.resolve("verticles/cli/target/lida");
  private static final List<String> START = start();

  private Product() {}

  /** The command line of the command, without its words. */
  public static List<String> commandLine(Path root) {
    List<String> line = new ArrayList<>(START);
    line.add("-Dlida.root=" + root);
    line.add("io.lida.cli.Lida");
    return line;
  }

  private static List<String> start() {
    boolean packaged = isPackaged();
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (packaged && Files.exists(FOLDER.resolve("lida.aot"))) {
      line.addAll(List.of("-XX:AOTCache=" + FOLDER.resolve("lida.aot"), "-XX:AOTMode=auto"));
      line.addAll(List.of("-Xlog:disable", "-Xlog:all=off"));
    }
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms32m", "-Xmx512m"));
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("--sun-misc-unsafe-memory-access=allow");
    for (String stream : List.of("file", "stdout", "stderr")) {
      line.add("-D" + stream + ".encoding=UTF-8");
    }
    line.addAll(List.of("-cp", packaged ? jars() : System.getProperty("java.class.path")));
    return List.copyOf(line);
  }

  private static boolean isPackaged() {
    Path stamp = FOLDER.resolve("stamp");
    if (!Files.exists(stamp)) {
      return false;
    }
    try (Stream<Path> sources = Files.walk(ROOT.resolve("verticles"))) {
      FileTime made = Files.getLastModifiedTime(stamp);
      return sources
          .filter(file -> file.toString().matches(".*/(src/main/.*\\.[a-z]+|pom\\.xml)"))
          .noneMatch(file -> changed(file).compareTo(made) > 0);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** In the order of the script, because the start-up cache fits no other. */
  private static String jars() {
    try (Stream<Path> jars = Files.list(FOLDER.resolve("lib"))) {
      return jars.map(Path::toString)
          .filter(jar -> jar.endsWith(".jar"))
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
