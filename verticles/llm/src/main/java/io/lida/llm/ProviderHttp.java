package io.lida.llm;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;

/**
 * Where one model is asked, through the room's pooled client. Fails with a {@link Trouble} and
 * nothing else.
 */
final class ProviderHttp {
  private final Switchboard switchboard;
  private final Settings.Timeouts timeouts;
  private final Troubles troubles;
  private final RequestOptions whole;
  private final RequestOptions streamed;

  /**
   * The two places where a model is asked.
   *
   * @param whole the URL that gives a whole answer
   * @param streamed the URL that gives a stream
   */
  ProviderHttp(
      Switchboard switchboard,
      Settings.Timeouts timeouts,
      Troubles troubles,
      String whole,
      String streamed,
      Map<String, String> headers) {
    this.switchboard = switchboard;
    this.timeouts = timeouts;
    this.troubles = troubles;
    this.whole = options(whole, headers);
    this.streamed = options(streamed, headers);
  }

  private RequestOptions options(String url, Map<String, String> headers) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url)
            .setConnectTimeout(timeouts.connect().toMillis())
            .putHeader("Content-Type", "application/json");
    headers.forEach(options::putHeader);
    return options;
  }

  /** The body of a whole answer. */
  Future<Buffer> whole(Buffer body) {
    return place(new Exchange(whole, body, timeouts, troubles, null));
  }

  /** Has the reader read a stream; completes when its end mark came. */
  Future<Buffer> stream(Buffer body, StreamReader reader) {
    return place(new Exchange(streamed, body, timeouts, troubles, reader));
  }

  private Future<Buffer> place(Exchange exchange) {
    switchboard.place(exchange);
    return exchange.outcome();
  }
}
