package io.lida.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client langchain4j speaks through: the room's pooled one, awaited on the caller's
 * virtual thread. Fails with a {@link Trouble} and nothing else. Thread-safe.
 */
final class ProviderHttp implements HttpClient {
  private static final Map<String, List<String>> NO_HEADERS = Map.of();

  private final Switchboard switchboard;
  private final Settings.Timeouts timeouts;
  private final Troubles troubles;
  private final WireFormat format;
  private volatile Target target = new Target("", new RequestOptions());

  /** Where requests with this URL go; one model asks at one or two URLs all its life. */
  private record Target(String url, RequestOptions options) {}

  ProviderHttp(
      Switchboard switchboard, Settings.Timeouts timeouts, Troubles troubles, WireFormat format) {
    this.switchboard = switchboard;
    this.timeouts = timeouts;
    this.troubles = troubles;
    this.format = format;
  }

  /** What langchain4j's models want to be given; they build exactly this client. */
  HttpClientBuilder builder() {
    return new Builder(this);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    Buffer body = exchange(request, null);
    String text = body.toString(StandardCharsets.UTF_8);
    check(text, body);
    return SuccessfulHttpResponse.builder()
        .statusCode(200)
        .headers(NO_HEADERS)
        .body(format.readable(text))
        .build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    exchange(request, new StreamReader(format, troubles, listener));
    listener.onClose();
  }

  private Buffer exchange(HttpRequest request, @Nullable StreamReader stream) {
    RequestOptions options = new RequestOptions(optionsFor(request.url()));
    request.headers().forEach((name, values) -> options.putHeader(name, String.join(", ", values)));
    Buffer body = Buffer.buffer(request.body());
    Exchange exchange = new Exchange(options, body, timeouts, troubles, stream);
    switchboard.place(exchange);
    JsonBuffers.drop();
    return exchange.outcome().await();
  }

  private RequestOptions optionsFor(String url) {
    Target last = target;
    if (!last.url().equals(url)) {
      last =
          new Target(
              url,
              new RequestOptions()
                  .setMethod(HttpMethod.POST)
                  .setAbsoluteURI(url)
                  .setConnectTimeout(timeouts.connect().toMillis()));
      target = last;
    }
    return last.options();
  }

  private void check(String text, Buffer body) {
    if (text.indexOf('\uFFFD') >= 0 && !isUtf8(body)) {
      throw troubles.garbled("not UTF-8", text);
    }
    if (!looksLikeJson(text)) {
      throw troubles.garbled("not JSON", text);
    }
    if (text.startsWith("{\"error\"")) {
      throw troubles.spokenError(text);
    }
    if (format.refuses(text)) {
      throw troubles.contentRefused("the provider's policy");
    }
  }

  private static boolean isUtf8(Buffer body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes()));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  private static boolean looksLikeJson(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!Character.isWhitespace(text.charAt(at))) {
        return text.charAt(at) == '{' || text.charAt(at) == '[';
      }
    }
    return false;
  }

  private record Builder(ProviderHttp client) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
      return client.timeouts.connect();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return client.timeouts.total();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
      return this;
    }

    @Override
    public HttpClient build() {
      return client;
    }
  }
}
