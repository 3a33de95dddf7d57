package io.lida.personas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsTest {
  private static final Path FILE = House.SHIPPED.resolve("topics.json");

  @Test
  void theVocabularyKeepsToItsSchema() throws Exception {
    byte[] schema = Files.readAllBytes(House.CONF.resolve("schema/topics.schema.json"));
    assertEquals(
        Set.of(),
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Wire.parse(schema))
            .validate(Wire.parse(Files.readAllBytes(FILE))));
  }

  @Test
  void everyTopicIsKnownToSomebodyAndNobodyKnowsAnother() throws Exception {
    Set<String> used = new TreeSet<>();
    for (Path file : House.cards(House.SHIPPED)) {
      Card card = Wire.read(Files.readAllBytes(file), Card.class);
      card.expertise().forEach(skill -> used.add(skill.topic()));
    }
    assertEquals(new TreeSet<>(Topics.read(FILE).ids()), used);
  }

  @Test
  void aVocabularyThatIsNoneIsNamed(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("topics.json");
    assertEquals(
        FaultCode.INVALID_CONFIG, assertThrows(Fault.class, () -> Topics.read(file)).code());
    String twice = "{\"id\":\"law\",\"meaning\":\"law\"}";
    Files.writeString(
        file, "{\"schema\":\"lida.topics/v1\",\"topics\":[" + twice + "," + twice + "]}");
    Fault fault = assertThrows(Fault.class, () -> Topics.read(file));
    assertTrue(fault.detail().contains("twice"), fault.detail());
  }
}
