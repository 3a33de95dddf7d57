package io.lida.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The work of one debate with nothing around it: five speakers at once, four rounds and a ballot,
 * every prompt with the arguments of the round before, every answer parsed, a vote computed.
 */
final class FloorDebate {
  static final int SEATS = 5;
  static final int ROUNDS = 4;
  static final int CALLS = SEATS * (ROUNDS + 1);

  private static final String SYSTEM =
      "You play a persona in a structured deliberation that is studied by researchers. "
          + "Speak in the first person as this persona, and stay in character. ".repeat(4);

  private final HttpClient client;
  private final RequestOptions target;
  private final String topic;
  private double checksum;
  private int calls;
  private double weight;
  private double sum;

  FloorDebate(HttpClient client, RequestOptions target, String topic) {
    this.client = client;
    this.target = target;
    this.topic = topic;
  }

  /** Completes with this debate when it is over. */
  Future<FloorDebate> hold() {
    return round(1, List.of());
  }

  int calls() {
    return calls;
  }

  double checksum() {
    return checksum;
  }

  /** The confidence-weighted mean of all stances. */
  double vote() {
    return weight == 0 ? 0 : sum / weight;
  }

  private Future<FloorDebate> round(int round, List<String> heard) {
    if (round > ROUNDS + 1) {
      return Future.succeededFuture(this);
    }
    StringBuilder transcript = new StringBuilder(topic).append('\n');
    heard.forEach(argument -> transcript.append(argument).append('\n'));
    String prompt = transcript.toString();
    List<Future<String>> answers = new ArrayList<>();
    for (int seat = 0; seat < SEATS; seat++) {
      answers.add(ask("You are speaker " + seat + ". " + SYSTEM, prompt));
    }
    return Future.all(answers)
        .compose(all -> round(round + 1, answers.stream().map(Future::result).toList()));
  }

  private Future<String> ask(String system, String user) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("model", "stub");
    request.withArray("messages").addObject().put("role", "system").put("content", system);
    request.withArray("messages").addObject().put("role", "user").put("content", user);
    Buffer body = Buffer.buffer(Wire.bytes(request));
    return client
        .request(target)
        .compose(opened -> opened.putHeader("Content-Type", "application/json").send(body))
        .compose(response -> response.body())
        .map(this::read);
  }

  private String read(Buffer answer) {
    JsonNode json = Wire.parse(answer.getBytes());
    JsonNode said =
        Wire.parse(json.path("choices").path(0).path("message").path("content").asText());
    double stance = said.path("stance").asDouble();
    double confidence = said.path("confidence").asDouble();
    calls++;
    checksum += stance * confidence;
    weight += confidence;
    sum += stance * confidence;
    return said.path("argument").asText();
  }

  static RequestOptions target(int port) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost("127.0.0.1")
        .setPort(port)
        .setURI("/v1/chat/completions");
  }
}
