package io.lida.deliberation;

import io.lida.contract.Event;
import io.lida.contract.Run;
import io.lida.contract.Scenario;
import io.lida.contract.Wire;
import io.lida.store.RunLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run leaves in the data folder: {@code runs/<id>/} with {@code events.jsonl}, {@code
 * transcript.md} and {@code run.json}, and the export its scenario asks for.
 *
 * <p>Each file appears whole or not at all. The log in the store stays the truth: it is what is
 * made durable, and what a power cut takes of the files is exported from it again.
 */
final class Archive {
  private final Vertx vertx;
  private final RunLog log;
  private final Path home;

  Archive(Vertx vertx, RunLog log, Path home) {
    this.vertx = vertx;
    this.log = log;
    this.home = home;
  }

  /**
   * Writes the files of a run that has ended or stands still, as its scenario wants them. One run
   * after the other, because many threads in one folder only wait for each other.
   */
  Future<@Nullable Void> keep(String run, Scenario scenario) {
    if (!scenario.output().saveTranscript()) {
      return Future.succeededFuture();
    }
    return Logs.whole(log, run)
        .compose(
            events ->
                vertx.executeBlocking(
                    () -> {
                      write(run, scenario, events);
                      return null;
                    },
                    true));
  }

  private void write(String run, Scenario scenario, List<Event> events) throws IOException {
    State state = State.of(events);
    Run document = Document.of(run, state, state.status().id());
    Path folder = home.resolve("runs").resolve(run);
    String jsonl = jsonl(events);
    String json = Wire.pretty(document) + "\n";
    String markdown = Markdown.of(document);
    put(folder.resolve("events.jsonl"), jsonl);
    put(folder.resolve("transcript.md"), markdown);
    put(folder.resolve("run.json"), json);
    Path exports = home.resolve("exports");
    switch (scenario.output().exportFormat()) {
      case "jsonl" -> put(exports.resolve(run + ".jsonl"), jsonl);
      case "markdown" -> put(exports.resolve(run + ".md"), markdown);
      default -> put(exports.resolve(run + ".json"), json);
    }
  }

  /** Events as JSON Lines. */
  static String jsonl(List<Event> events) {
    return events.stream().map(Wire::text).collect(Collectors.joining("\n", "", "\n"));
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
