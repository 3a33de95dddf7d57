package io.lida.personas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Wire;
import io.lida.testkit.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Folders of cards for a test: shipped ones to be filled, the user's own, and the real grid. */
record House(Path shipped, Path own) {
  static final Path ROOT = Path.of(System.getProperty("lida.root", "../..")).toAbsolutePath();
  static final Path CONF = ROOT.resolve("conf");
  static final Path SHIPPED = ROOT.resolve("personas");
  static final String CATASTROPHIST = "safety_research.catastrophist";

  /** A house in this folder, empty but for the cards named. */
  static House in(Path folder, String... cards) {
    try {
      Path shipped = Files.createDirectories(folder.resolve("personas"));
      for (String card : cards) {
        Files.copy(SHIPPED.resolve(card + ".json"), shipped.resolve(card + ".json"));
      }
      return new House(shipped, folder.resolve("home").resolve("cards"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  House open(Node node) {
    node.deploy(new PersonasVerticle(options(), InstantSource.system()));
    return this;
  }

  PersonasOptions options() {
    return new PersonasOptions(
        List.of(shipped), shipped.resolve("team"), SHIPPED.resolve("topics.json"), own, CONF);
  }

  /** The files of cards in folders, in order; the vocabulary among them is left out. */
  static List<Path> cards(Path... folders) throws IOException {
    List<Path> cards = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".json") && !file.endsWith("topics.json"))
            .sorted()
            .forEach(cards::add);
      }
    }
    return cards;
  }

  /** A good card to be spoilt or varied. */
  static ObjectNode card(String id) {
    try {
      byte[] bytes = Files.readAllBytes(SHIPPED.resolve(CATASTROPHIST + ".json"));
      return Wire.parse(bytes).<ObjectNode>deepCopy().put("id", id);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static void own(House house, JsonNode card) {
    own(house, card.path("id").asText() + ".json", Wire.pretty(card));
  }

  static void own(House house, String name, String text) {
    own(house, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static void own(House house, String name, byte[] text) {
    try {
      Files.createDirectories(house.own());
      Files.write(house.own().resolve(name), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
