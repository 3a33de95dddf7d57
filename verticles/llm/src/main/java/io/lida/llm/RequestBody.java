package io.lida.llm;

import io.vertx.core.buffer.Buffer;

/** The JSON of a request while it is written, as the bytes that will be sent. */
final class RequestBody {
  private final Quotes quotes;
  private final Buffer bytes;

  /**
   * An empty body.
   *
   * @param size about how many bytes it will have
   */
  RequestBody(Quotes quotes, int size) {
    this.quotes = quotes;
    this.bytes = Buffer.buffer(size);
  }

  /** Adds JSON as it is. */
  RequestBody raw(String json) {
    bytes.appendString(json);
    return this;
  }

  /** Adds a text as a JSON string. */
  RequestBody text(String text) {
    bytes.appendBytes(quotes.of(text));
    return this;
  }

  RequestBody number(long number) {
    return raw(Long.toString(number));
  }

  RequestBody number(double number) {
    return raw(Double.toString(number));
  }

  Buffer bytes() {
    return bytes;
  }
}
