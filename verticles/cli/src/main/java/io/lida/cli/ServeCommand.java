package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "serve the page and the API until told to end")
final class ServeCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--port", paramLabel = "N", description = "where to listen (2040; 0: any)")
  @Nullable String port;

  @Option(names = "--bind", paramLabel = "ADDRESS", description = "at which address (127.0.0.1)")
  @Nullable String bind;

  @Option(
      names = "--behind-proxy",
      description = "a proxy before it speaks TLS; wanted for any --bind but loopback")
  boolean behindProxy;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "PROVIDER/MODEL",
      description = "who speaks where a request names nobody")
  @Nullable String model;

  @Option(names = "--places", paramLabel = "N", description = "runs worked on at once (1000)")
  @Nullable String places;

  @Option(names = "--waiting", paramLabel = "N", description = "runs that may wait (1000)")
  @Nullable String waiting;

  @Option(
      names = "--cluster",
      description = "be one of several nodes; opens two more ports, see --cluster-bind")
  boolean cluster;

  @Option(
      names = "--join",
      paramLabel = "HOST:PORT,...",
      description = {
        "where other nodes of the cluster are;",
        "nodes of one cluster share one Redis (--redis, or one data folder)",
        "and hold the same folder cluster/ in their data folders: copy it, mode 0700"
      })
  @Nullable String join;

  @Option(
      names = "--cluster-bind",
      paramLabel = "ADDRESS",
      description = {
        "where other nodes find it (127.0.0.1); who is a member is not",
        "protected by a key, so no other user should reach that port"
      })
  @Nullable String clusterBind;

  @Option(names = "--cluster-port", paramLabel = "N", description = "and at which port (5701)")
  @Nullable String clusterPort;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      description = "text or json lines on standard error")
  @Nullable String logFormat;

  ServeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Globals globals = shell.globals();
    globals.set("port", port);
    globals.set("bind", bind);
    globals.set("behind_proxy", behindProxy ? "true" : null);
    globals.set("server_model", model);
    globals.set("places", places);
    globals.set("waiting", waiting);
    globals.set("cluster", cluster ? "true" : null);
    globals.set("join", join);
    globals.set("cluster_bind", clusterBind);
    globals.set("cluster_port", clusterPort);
    globals.set("log_format", logFormat);
    return Serving.until(shell);
  }
}
