package io.lida.gateway;

/** Where a watcher's events go: an event stream or a socket. */
interface Sink {
  /** Whether what was sent before still waits to be read. */
  boolean full();

  /** Calls back once, when there is room again. */
  void whenDrained(Runnable room);

  void event(Frame frame);

  /** Words of a model, as a server-sent event and as JSON. */
  void words(Spoken words);

  /** Says that we are still here. */
  void beat();

  /** The run is over, with this status; nothing more is sent about it. */
  void end(String run, String status);

  /** Hangs up in a way that invites to come back. */
  void hangUp(String reason);
}
