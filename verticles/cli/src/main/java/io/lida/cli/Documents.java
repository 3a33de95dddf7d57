package io.lida.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lida.cli.lab.Operation;
import io.lida.contract.Agents;
import io.lida.contract.Card;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Personas;
import io.lida.contract.Runs;
import io.lida.contract.Studies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documents of this room; each is described by a schema of its name in {@code conf/schema}. */
final class Documents {
  private Documents() {}

  /** {@code lida.error/v1}. */
  record Failure(String schema, Error error) {
    record Error(String code, String title, String detail, String fix, String docs) {}
  }

  /** {@code lida.runs/v1}. */
  record RunList(String schema, List<Runs.Summary> runs) {}

  /** {@code lida.control/v1}: what became of a command about a run. */
  record Controlled(String schema, String run, String command, String status) {}

  /** {@code lida.studies/v1}. */
  record StudyList(String schema, List<Studies.Summary> studies) {}

  /** {@code lida.study_control/v1}: what became of a command about a study. */
  record StudyControlled(String schema, String study, String command, String status, int runs) {}

  /** {@code lida.export/v1}: the text itself, or the file it was written to. */
  record Exported(
      String schema,
      String run,
      String format,
      String mediaType,
      int characters,
      @Nullable String file,
      @Nullable String text) {}

  /** {@code lida.plan/v1}: what a run would be. */
  record Plan(
      String schema,
      String mode,
      String topic,
      int rounds,
      long seed,
      List<Seat> seats,
      @Nullable Seat moderator,
      int calls,
      long inputTokens,
      long outputTokens,
      List<String> notes) {
    record Seat(String id, String name, String constituency, String disposition, String model) {}
  }

  /** {@code lida.agents/v1}. */
  record AgentList(String schema, List<Agents.Agent> agents) {}

  /** {@code lida.agent_token/v1}. */
  record AgentToken(String schema, String agent, String token, String url, Instant expires) {}

  /** {@code lida.personas/v1}. */
  record PersonaList(
      String schema, List<Personas.Entry> personas, List<Personas.Problem> refused) {}

  /** {@code lida.matrix/v1}. */
  record Matrix(String schema, @JsonUnwrapped BeliefMatrix matrix) {}

  /** {@code lida.recomputed/v1}. */
  record Recomputed(String schema, boolean dryRun, int files, List<Personas.Renumbered> changes) {}

  /** {@code lida.persona/v1}: a card, with its line of descent when asked for, nearest first. */
  record Persona(String schema, Card persona, @Nullable List<String> lineage) {}

  /** {@code lida.fork/v1}. */
  record Fork(String schema, Card persona, List<Card.Change> difference, String file) {}

  /** {@code lida.check/v1}. */
  record Checked(String schema, int files, List<Personas.Problem> problems) {}

  /** {@code lida.keys/v1}: never a key, only where it comes from. */
  record Keys(String schema, List<Key> keys) {
    record Key(
        String provider,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String origin,
        boolean keyless,
        List<String> names) {
      static Key of(Llm.Provider provider) {
        return new Key(provider.id(), provider.key(), provider.keyless(), provider.keyNames());
      }
    }
  }

  /** {@code lida.key/v1}: what became of one key. */
  record KeyChanged(String schema, String provider, String action, String file) {}

  /** {@code lida.config/v1}. */
  record Config(String schema, List<Setting> settings) {
    record Setting(String key, String value, String origin) {}
  }

  /** {@code lida.health/v1}: {@code status} is up or down. */
  record Health(String schema, String status, String node, List<Monitor.Point> points) {}

  /** {@code lida.metrics/v1}: a value is a number, or NaN or +Inf. */
  record Metrics(String schema, List<Sample> samples) {
    record Sample(String name, Map<String, String> labels, String value) {}
  }

  /** {@code lida.notices/v1}, oldest first. */
  record NoticeList(String schema, List<Monitor.Notice> notices) {}

  /** {@code lida.link/v1}: a link that works once. */
  record Link(String schema, String link) {}

  /** {@code lida.lab_operations/v1}. */
  record LabOperations(String schema, List<Operation> operations) {}

  /** {@code lida.doctor/v1}: {@code state} is ok, warn or fail. */
  record Diagnosis(String schema, String state, List<Finding> checks) {
    record Finding(String name, String state, String detail, String fix) {}
  }
}
