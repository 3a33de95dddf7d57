package io.lida.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Carries every record of the contract: the same object on one node, JSON between nodes.
 *
 * <p>One codec, chosen by {@code codecSelector}, because Vert.x finds default codecs by exact class
 * and a sealed interface would never match its records.
 */
final class RecordCodec implements MessageCodec<Record, Object> {
  static final String NAME = "lida.record";

  @Override
  public void encodeToWire(Buffer buffer, Record message) {
    byte[] json = Wire.bytes(message);
    buffer.appendInt(json.length).appendBytes(json);
  }

  @Override
  public Object decodeFromWire(int position, Buffer buffer) {
    int length = buffer.getInt(position);
    return new JsonObject(buffer.getBuffer(position + 4, position + 4 + length));
  }

  @Override
  public Object transform(Record message) {
    return message;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }

  /** The codec for a body, or none for what Vert.x itself knows how to carry. */
  static @Nullable String select(@Nullable Object body) {
    return body instanceof Record ? NAME : null;
  }
}
