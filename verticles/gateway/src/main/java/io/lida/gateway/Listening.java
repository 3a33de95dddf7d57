package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.BindException;

/** How we listen, and what is said when we cannot. */
final class Listening {
  static final int LONGEST_URL = 4_096;
  static final int LONGEST_HEAD = 8_192;
  private static final int REQUEST_LINE = LONGEST_URL + 64;
  private static final int FRAME = 64 << 10;
  private static final int MESSAGE = 256 << 10;

  private Listening() {}

  static HttpServerOptions options(GatewayOptions options) {
    HttpServerOptions server =
        new HttpServerOptions()
            .setHost(options.host())
            .setPort(options.port())
            .setMaxInitialLineLength(REQUEST_LINE)
            .setMaxHeaderSize(LONGEST_HEAD)
            .setMaxFormAttributeSize(LONGEST_HEAD)
            .setMaxWebSocketFrameSize(FRAME)
            .setMaxWebSocketMessageSize(MESSAGE)
            .setHandle100ContinueAutomatically(true)
            .setHttp2ClearTextEnabled(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setCompressionSupported(false);
    GatewayOptions.Tls tls = options.tls();
    if (tls != null) {
      server
          .setSsl(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .setCertPath(tls.certificate().toString())
                  .setKeyPath(tls.key().toString()));
    }
    return server;
  }

  /** Answers what is no request at all; the connection ends with it. */
  static void refuse(HttpServerRequest request, GatewayOptions.Limits limits) {
    String name = request.decoderResult().cause().getClass().getSimpleName();
    int status =
        switch (name) {
          case "TooLongHttpLineException" -> 414;
          case "TooLongHttpHeaderException" -> 431;
          default -> 400;
        };
    Reply reply = Failures.reply(status, Refusals.of(status, request, limits));
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", reply.mediaType())
        .putHeader("Connection", "close")
        .end(reply.body())
        .onComplete(sent -> request.connection().close());
  }

  /** Why we do not listen. */
  static Throwable explained(Throwable cause, GatewayOptions options) {
    return cause instanceof BindException
        ? new Fault(
            FaultCode.PORT_TAKEN,
            "port " + options.port() + " is already in use",
            "somebody listens on " + options.host() + ":" + options.port(),
            "lida serve --port " + (options.port() + 1))
        : cause;
  }
}
