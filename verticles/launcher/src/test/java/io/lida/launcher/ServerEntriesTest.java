package io.lida.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerEntriesTest {
  private static final Instant NOW = Instant.now();

  @TempDir Path home;

  private static ServerEntry server(String node, Instant started) {
    return ServerEntry.of(node, "http://127.0.0.1:2040", started);
  }

  @Test
  void theServerThatBeganLastIsFoundAndThenTheOneThatIsLeft() {
    ServerEntries entries = new ServerEntries(home);
    assertEquals(Optional.empty(), entries.find());
    ServerEntry first = server("a", NOW);
    ServerEntry second = server("b", NOW.plusSeconds(1));
    entries.enter(first);
    entries.enter(second);
    assertEquals(Optional.of(second), entries.find());
    assertEquals(List.of(second, first), entries.all());
    entries.leave(second);
    assertEquals(Optional.of(first), entries.find());
    entries.leave(first);
    assertEquals(Optional.empty(), entries.find());
  }

  @Test
  void aServerThatEndsLeavesTheNewestInPlace() {
    ServerEntries entries = new ServerEntries(home);
    ServerEntry first = server("a", NOW);
    ServerEntry second = server("b", NOW.plusSeconds(1));
    entries.enter(first);
    entries.enter(second);
    entries.leave(first);
    assertEquals(Optional.of(second), entries.find());
  }

  @Test
  void aServerWhoseProcessIsGoneIsNotBelieved() {
    ServerEntries entries = new ServerEntries(home);
    entries.enter(new ServerEntry("lida.server/v1", 999_999_999, "dead", "http://x", NOW));
    assertEquals(Optional.empty(), entries.find());
  }

  @Test
  void aNumberGivenToALaterProcessIsNotTheServer() {
    ServerEntries entries = new ServerEntries(home);
    entries.enter(server("killed", Instant.EPOCH));
    assertEquals(Optional.empty(), entries.find());
  }

  @Test
  void whatIsNoEntryIsPassedOver() throws IOException {
    Files.writeString(home.resolve("server.json"), "{");
    assertEquals(Optional.empty(), new ServerEntries(home).find());
  }

  @Test
  void onlyTheOwnerCanReadIt() throws IOException {
    new ServerEntries(home).enter(server("a", NOW));
    Path file = home.resolve("server.json");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
