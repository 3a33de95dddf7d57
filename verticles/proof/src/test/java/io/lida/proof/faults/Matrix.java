package io.lida.proof.faults;

import java.util.List;

/** The rows, in the order of their numbers. */
final class Matrix {
  private Matrix() {}

  static List<Row> rows() {
    return List.of(
        new KillNode(false),
        new KillNode(true),
        new KillAll(true),
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
        new Xss(),
        new Leaks(),
        new Strangers(),
        new SamePort());
  }
}
