package io.lida.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.List;

/** Puts every endpoint behind the same checks, in the same order. */
final class Front {
  private static final List<Integer> FAILURES =
      List.of(400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 429, 431, 500, 501, 503);

  private final GatewayOptions options;
  private final Gate gate;
  private final Checks checks;
  private final Answers answers;
  private final BodyHandler body;

  Front(GatewayOptions options, Gate gate, Checks checks) {
    this.options = options;
    this.gate = gate;
    this.checks = checks;
    this.answers = new Answers(options.limits());
    this.body =
        BodyHandler.create(false)
            .setBodyLimit(options.limits().bodyBytes())
            .setHandleFileUploads(false);
  }

  /** A router that lets nothing pass that was not sent to us, and answers every failure. */
  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    FAILURES.forEach(status -> router.errorHandler(status, answers::fail));
    router.route().handler(checks::enter);
    if (!options.origins().isEmpty()) {
      CorsHandler cors =
          CorsHandler.create()
              .allowCredentials(true)
              .allowedMethod(HttpMethod.GET)
              .allowedMethod(HttpMethod.POST)
              .allowedMethod(HttpMethod.DELETE)
              .allowedHeader("Authorization")
              .allowedHeader("X-API-Key")
              .allowedHeader("Content-Type")
              .allowedHeader("Idempotency-Key")
              .allowedHeader("Last-Event-ID");
      options.origins().forEach(cors::addOrigin);
      router.route().handler(cors);
    }
    return router;
  }

  /** What reads a body within its limits. */
  BodyHandler body() {
    return body;
  }

  void mount(Router router, Endpoint endpoint) {
    answers.know(endpoint);
    var route =
        router
            .route(endpoint.method(), endpoint.route())
            .handler(context -> gate.admit(context, endpoint.need()));
    if (endpoint.need() != Need.OPEN) {
      route.handler(checks::pace);
    }
    if (endpoint.method() == HttpMethod.POST) {
      route.handler(checks::room).handler(context -> body.handle(context));
    }
    route.handler(context -> Answers.answer(context, endpoint));
  }
}
