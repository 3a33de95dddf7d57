package io.lida.launcher;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.util.Optional;

/** A running node, or the way to one: a bus at which all rooms answer. Thread-safe. */
public interface House extends AutoCloseable {
  /**
   * The server that the settings name, or a house in this process: no port is opened by it but the
   * store's private one.
   *
   * <p>Blocks until every room answers; not for event loops.
   *
   * @throws Fault HOME_UNWRITABLE, STORE_UNAVAILABLE, UNAUTHENTICATED or INVALID_CONFIG, with what
   *     to do
   */
  static House open(Settings settings) {
    return settings
        .find("server")
        .map(url -> RemoteHouse.at(url, settings))
        .orElseGet(() -> StandaloneHouse.open(settings));
  }

  /** As {@link #open}, but a server that runs in the data folder is preferred to a new house. */
  static House nearest(Settings settings) {
    return server(settings)
        .map(url -> RemoteHouse.at(url, settings))
        .orElseGet(() -> StandaloneHouse.open(settings));
  }

  /**
   * As {@link #nearest}, but a house in this process has only the rooms that tell of the runs kept:
   * it opens sooner, and no run can be started or gone on with in it.
   */
  static House records(Settings settings) {
    return server(settings)
        .map(url -> RemoteHouse.at(url, settings))
        .orElseGet(() -> StandaloneHouse.records(settings));
  }

  /** Where the server is that the settings name, or that runs in the data folder. */
  static Optional<String> server(Settings settings) {
    return settings
        .find("server")
        .or(() -> new ServerEntries(settings.home()).find().map(ServerEntry::url));
  }

  /** The node for whom a house at a server answers about health and figures. */
  String SERVER = "server";

  /** The bus at which the rooms answer. */
  Bus bus();

  /** The Redis in use, in words. */
  String store();

  /**
   * A link that lets a browser into the server, once and soon.
   *
   * @throws Fault UNREACHABLE where there is no server
   */
  default String link() {
    throw new Fault(
        FaultCode.UNREACHABLE, "no server is known", "this house has no page", "lida serve");
  }

  /** Leaves runs under way as interrupted, then closes all rooms; idempotent. */
  @Override
  void close();
}
