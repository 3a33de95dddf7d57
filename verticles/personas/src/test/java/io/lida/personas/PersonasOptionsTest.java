package io.lida.personas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonasOptionsTest {
  @Test
  void theUsualPlacesAreUnderTheHouseAndTheHome() {
    assertEquals(
        new PersonasOptions(
            List.of(Path.of("house/personas")),
            Path.of("house/personas/team"),
            Path.of("house/personas/topics.json"),
            Path.of("home/cards"),
            Path.of("house/conf")),
        PersonasOptions.defaults(Path.of("house"), Path.of("home")));
  }

  @Test
  void withoutAFolderOfShippedCardsThereIsNoRoom() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new PersonasOptions(
                List.of(),
                Path.of("team"),
                Path.of("topics.json"),
                Path.of("cards"),
                Path.of("conf")));
  }
}
