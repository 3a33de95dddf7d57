package io.lida.proof;

import io.lida.testkit.Node;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;

class SingleNodeBusTest extends BusSuite {
  private final Node node = new Node(Vertx.vertx());

  @AfterEach
  void close() {
    node.close();
  }

  @Override
  Node asker() {
    return node;
  }

  @Override
  Node answerer() {
    return node;
  }

  @Override
  void settle(String address) {
    // A node knows its own addresses at once.
  }
}
