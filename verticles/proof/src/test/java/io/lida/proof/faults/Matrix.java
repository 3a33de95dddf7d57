package io.lida.proof.faults;

import java.util.List;

/** The rows, in the order of their numbers. */
final class Matrix {
  private Matrix() {}

  static List<Row> rows() {
    return List.of(
        new KillNode(false),
        new KillNode(true),
        new KillAll(),
        new Freeze(),
        new KillAtWrite(),
        new Drain(),
        new Partition(),
        new RedisKilled(),
        new RedisAway(),
        new SameKey(),
        new SlowAndLarge(),
        new BadFrames(),
        new BridgeProbe(),
        new Traversal(),
        new Leaks(),
        new Strangers(),
        new SamePort());
  }
}
