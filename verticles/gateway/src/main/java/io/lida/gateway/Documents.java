package io.lida.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lida.contract.Access;
import io.lida.contract.Agents;
import io.lida.contract.Card;
import io.lida.contract.Event;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Personas;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Studies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documents of this room; the API description says what is in each. */
final class Documents {
  private Documents() {}

  /** {@code lida.error/v1}. */
  record Failure(String schema, Error error) {
    record Error(String code, String title, String detail, String fix, String docs) {}
  }

  /** {@code lida.started/v1}: a run was begun, or had been. */
  record Started(
      String schema,
      String id,
      String status,
      long seed,
      Map<String, String> links,
      List<String> notes) {}

  /** {@code lida.status/v1}. */
  record Status(
      String schema,
      String id,
      String status,
      int round,
      int rounds,
      String mode,
      String topic,
      int participants,
      String model,
      Instant created,
      Instant updated,
      @Nullable String outcome,
      Map<String, String> links) {}

  /** {@code lida.runs/v1}: a page of them, and where the next begins. */
  record RunList(String schema, List<Runs.Summary> runs, @Nullable String next) {}

  /** {@code lida.events/v1}. */
  record EventList(String schema, String run, List<Event> events, String status, long last) {}

  /** {@code lida.control/v1}. */
  record Controlled(String schema, String run, String command, String status) {}

  /** {@code lida.studies/v1}. */
  record StudyList(String schema, List<Studies.Summary> studies) {}

  /** {@code lida.study_status/v1}. */
  record StudyStatus(String schema, @JsonUnwrapped Studies.Summary study) {}

  /** {@code lida.study_control/v1}: what became of a command about a study. */
  record StudyControlled(String schema, String study, String command, String status, int runs) {}

  /** {@code lida.personas/v1}. */
  record PersonaList(
      String schema, List<Personas.Entry> personas, List<Personas.Problem> refused) {}

  /** {@code lida.persona/v1}. */
  record Persona(String schema, Card persona) {}

  /** {@code lida.fork/v1}. */
  record Fork(String schema, Card persona, List<Card.Change> difference, String file) {}

  /** {@code lida.scenarios/v1}. */
  record ScenarioList(String schema, List<Entry> scenarios) {
    record Entry(String file, String name, String mode, String topic, int participants) {}
  }

  /** {@code lida.scenario_checked/v1}. */
  record Checked(String schema, Scenario scenario) {}

  /** {@code lida.providers/v1}. */
  record ProviderList(String schema, List<Llm.Provider> providers) {}

  /** {@code lida.agents/v1}. */
  record AgentList(String schema, List<Agents.Agent> agents) {}

  /** {@code lida.agent_token/v1}. */
  record AgentToken(String schema, String agent, String token, String url, Instant expires) {}

  /** {@code lida.seat/v1}: what a run waits for a person to say. */
  record Seat(String schema, String run, String person, List<Agents.Wanted> turns) {}

  /** {@code lida.taken/v1}: a turn was handed in, or had been. */
  record Taken(String schema, String turnId) {}

  /** {@code lida.access_keys/v1}: never a key, only what it allows. */
  record KeyList(String schema, List<Key> keys) {
    record Key(
        String id,
        String tenant,
        Set<Access.Scope> scopes,
        String note,
        Instant created,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant expires) {
      static Key of(Access.Entry entry) {
        return new Key(
            entry.id(),
            entry.tenant(),
            entry.scopes(),
            entry.note(),
            entry.created(),
            entry.expires());
      }
    }
  }

  /** {@code lida.access_key/v1}: a new key, shown this once. */
  record NewKey(String schema, String key, KeyList.Key entry) {}

  /** {@code lida.revoked/v1}. */
  record KeyRevoked(String schema, String id) {}

  /** {@code lida.ticket/v1}. */
  record Ticket(String schema, String ticket, Instant expires) {}

  /** {@code lida.notices/v1}. */
  record NoticeList(String schema, List<Monitor.Notice> notices) {}

  /** {@code lida.health/v1}: {@code status} is up or down. */
  record Health(
      String schema, String status, String node, String version, List<Monitor.Point> points) {}

  /** {@code lida.stats/v1}: this node's front, and its engine where that answers. */
  record Stats(
      String schema,
      String node,
      String version,
      Instant started,
      long uptimeSeconds,
      long requests,
      int connections,
      int watchers,
      Monitor.@Nullable Pulse engine) {}
}
