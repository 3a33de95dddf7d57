package io.lida.proof.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Somebody with a key of their own on another's server. */
record Tenant(String name, String keyId, Http door) {
  /** Lets somebody in, by the owner's door. */
  static Tenant enter(Http owner, String name, String... scopes)
      throws IOException, InterruptedException {
    Http.Answer answer =
        owner.post(
            "/api/v1/keys", Map.of("tenant", name, "scopes", List.of(scopes), "note", "faults"));
    if (answer.status() / 100 != 2) {
      throw new IOException("no key for " + name + ": " + answer.status() + " " + answer.body());
    }
    JsonNode made = answer.json();
    return new Tenant(
        name, made.at("/entry/id").asText(), new Http(owner.port(), made.path("key").asText()));
  }

  /** A deliberation of theirs, come to its end. */
  String deliberation(long seed) throws IOException, InterruptedException {
    Http.Answer answer = door.post("/api/deliberate", Load.deliberation(seed));
    if (answer.status() != 202) {
      throw new IOException("not accepted: " + answer.status() + " " + answer.body());
    }
    String run = answer.json().path("id").asText();
    Settling.of(List.of(new Load.Accepted(run, "", seed)), door, java.time.Duration.ofSeconds(30));
    return run;
  }
}
