package io.lida.gateway;

import io.lida.contract.Bus;
import io.lida.contract.Deliberation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The shipped scenarios, by the names of their files. Read anew each time; off the event loop. */
final class ScenarioFolder {
  private static final Pattern NAME = Pattern.compile("([a-z0-9_-]{1,64})(\\.ya?ml)?");

  private final Vertx vertx;
  private final Bus bus;
  private final Path folder;

  ScenarioFolder(Vertx vertx, Bus bus, Path folder) {
    this.vertx = vertx;
    this.bus = bus;
    this.folder = folder;
  }

  /** The text of the scenario with this name, if there is one. */
  Future<Optional<String>> named(String name) {
    var matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Future.succeededFuture(Optional.empty());
    }
    Path file = folder.resolve(matcher.group(1) + ".yaml");
    return vertx.executeBlocking(
        () -> Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty());
  }

  /** All that can be read, by name; one with a mistake in it is left out. */
  Future<Documents.ScenarioList> list() {
    return vertx
        .executeBlocking(this::texts)
        .compose(
            texts -> {
              List<Future<Documents.ScenarioList.Entry>> entries = new ArrayList<>();
              texts.forEach((file, yaml) -> entries.add(entry(file, yaml)));
              return Future.join(entries)
                  .transform(
                      done ->
                          Future.succeededFuture(
                              new Documents.ScenarioList(
                                  "lida.scenarios/v1",
                                  entries.stream()
                                      .filter(Future::succeeded)
                                      .map(Future::result)
                                      .toList())));
            });
  }

  private Future<Documents.ScenarioList.Entry> entry(String file, String yaml) {
    return bus.request(Deliberation.READ, new Deliberation.Read(file, yaml))
        .map(
            scenario ->
                new Documents.ScenarioList.Entry(
                    file,
                    scenario.name(),
                    scenario.deliberation().mode().id(),
                    scenario.topic(),
                    scenario.personas().size()));
  }

  private Map<String, String> texts() {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    try (var files = Files.list(folder)) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (Path file : files.sorted().toList()) {
        if (NAME.matcher(file.getFileName().toString()).matches()) {
          texts.put(file.getFileName().toString(), Files.readString(file));
        }
      }
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
