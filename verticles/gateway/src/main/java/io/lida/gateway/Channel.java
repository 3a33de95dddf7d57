package io.lida.gateway;

import io.lida.contract.Bus;
import io.lida.contract.Topic;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An address that sockets of the bridge listen to: one subscription and one writing of each message
 * for all of them. For one event loop.
 */
final class Channel {
  private final Bus.Subscription subscription;
  private final Set<BridgeSocket> sockets = new LinkedHashSet<>();

  /**
   * A channel.
   *
   * @param address the name by which the sockets know the topic
   */
  <E> Channel(Bus bus, Topic<E> topic, String address) {
    this.subscription = bus.follow(topic, message -> told(address, message));
  }

  /** Completes when what is told from now on arrives. */
  Future<Void> ready() {
    return subscription.ready();
  }

  void join(BridgeSocket socket) {
    sockets.add(socket);
  }

  /** Answers whether nobody listens any more; then it is closed. */
  boolean leave(BridgeSocket socket) {
    sockets.remove(socket);
    if (sockets.isEmpty()) {
      subscription.close();
      return true;
    }
    return false;
  }

  private void told(String address, Object message) {
    Buffer frame = BridgeFrames.received(address, message);
    List.copyOf(sockets).forEach(socket -> socket.push(frame));
  }
}
