package io.lida.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas;
import io.lida.contract.Retally;
import io.lida.contract.Run;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.testkit.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseTest {
  private static final Path ROOT = Path.of(System.getProperty("lida.root"));
  private static final String SCENARIO =
      """
      name: two
      simulation: {auto_start_topic: "Should AI development be paused?", max_rounds: 1}
      personas: [{id: academic_ml.empiricist}, {id: open_source.accelerationist}]
      """;

  @TempDir Path folder;

  private Settings settings(String... flags) {
    Map<String, String> given = new HashMap<>();
    given.put("home", folder.resolve("home").toString());
    for (int i = 0; i < flags.length; i += 2) {
      given.put(flags[i], flags[i + 1]);
    }
    return Settings.read(new Settings.Sources(ROOT, folder, Map.of(), given));
  }

  @Test
  void anEmptyFolderBecomesAHouseInWhichADebateIsHeldAndFoundAgain() throws Exception {
    String run;
    try (House house = House.open(settings())) {
      run = debate(house);
      Node.until("the debate is over", () -> show(house, run).status().equals("completed"));
    }
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("home"))));
    try (House again = House.open(settings())) {
      assertEquals(2, show(again, run).turns().size());
    }
  }

  @Test
  void aHouseOfRecordsTellsOfTheRunsKeptAndHasNobodyToSpeakInOne() {
    String run;
    try (House house = House.open(settings())) {
      run = debate(house);
      Node.until("the debate is over", () -> show(house, run).status().equals("completed"));
    }
    try (House records = House.records(settings())) {
      assertEquals(2, show(records, run).turns().size());
      Retally tally =
          Node.await(records.bus().request(Deliberation.RECOUNT, new Deliberation.Recount(run)));
      assertEquals(169, tally.strategies().size());
      assertThrows(
          Fault.class,
          () ->
              Node.await(
                  records
                      .bus()
                      .request(Personas.SHOW, new Personas.Show("academic_ml.empiricist"))));
    }
  }

  @Test
  void aHouseMayBeClosedTwice() {
    House house = House.open(settings());
    house.close();
    house.close();
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidSo() throws Exception {
    Files.writeString(folder.resolve("home"), "a file stands here");
    Fault fault = assertThrows(Fault.class, () -> House.open(settings()));
    assertEquals(FaultCode.HOME_UNWRITABLE, fault.code());
    assertTrue(fault.fix().contains("LIDA_HOME"), fault.fix());
  }

  @Test
  void aRedisThatCannotBeReachedIsSaidSo() {
    Settings settings = settings("redis_url", "redis://127.0.0.1:1");
    Fault fault = assertThrows(Fault.class, () -> House.open(settings));
    assertEquals(FaultCode.STORE_UNAVAILABLE, fault.code());
  }

  @Test
  void aSettingThatMakesNoSenseIsSaidSo() {
    Fault days = assertThrows(Fault.class, () -> House.open(settings("retention_days", "soon")));
    assertEquals(FaultCode.INVALID_CONFIG, days.code());
    Fault fsync = assertThrows(Fault.class, () -> House.open(settings("redis_fsync", "maybe")));
    assertEquals(FaultCode.INVALID_CONFIG, fsync.code());
  }

  private static String debate(House house) {
    Scenario scenario =
        Node.await(
            house.bus().request(Deliberation.READ, new Deliberation.Read("two.yaml", SCENARIO)));
    Deliberation.Start start =
        new Deliberation.Start(scenario, 7, "sim/default", false, null, Runs.HOME_TENANT);
    return Node.await(house.bus().request(Deliberation.START, start)).run();
  }

  private static Run show(House house, String run) {
    return Node.await(house.bus().request(Deliberation.SHOW, new Deliberation.Show(run)));
  }
}
