package io.lida.gateway;

import static io.lida.gateway.Endpoint.get;
import static io.lida.gateway.Endpoint.post;

import io.lida.contract.Bus;
import io.lida.contract.Deliberation;
import io.lida.contract.Llm;
import io.vertx.core.Future;
import java.util.List;

/** Scenarios over HTTP, and the providers whose models may speak in them. */
final class ScenarioEndpoints {
  private static final List<String> YAML =
      List.of("application/yaml", "application/x-yaml", "text/yaml", "text/plain", Reply.JSON);

  private final Bus bus;
  private final ScenarioFolder folder;

  ScenarioEndpoints(Bus bus, ScenarioFolder folder) {
    this.bus = bus;
    this.folder = folder;
  }

  List<Endpoint> all() {
    return List.of(
        get("/api/scenarios", Need.READ, e -> folder.list().map(Reply::ok)),
        get("/api/v1/scenarios", Need.READ, e -> folder.list().map(Reply::ok)),
        post("/api/v1/scenarios/check", Need.READ, this::check),
        get("/api/v1/providers", Need.READ, this::providers));
  }

  private Future<Reply> check(Exchange exchange) {
    String yaml = exchange.text(YAML);
    return bus.request(Deliberation.READ, new Deliberation.Read("the scenario", yaml))
        .map(scenario -> Reply.ok(new Documents.Checked("lida.scenario_checked/v1", scenario)));
  }

  private Future<Reply> providers(Exchange exchange) {
    return bus.request(Llm.PROVIDERS, new Llm.ListProviders())
        .map(found -> Reply.ok(new Documents.ProviderList("lida.providers/v1", found.providers())));
  }
}
