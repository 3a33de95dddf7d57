package io.lida.cli.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GivenTest {
  private enum Colour {
    RED,
    DARK_BLUE
  }

  private static final Given GIVEN =
      given(
          "{'n':3.0,'x':0.5,'s':'red','t':true,'v':[1,2.5],'m':[[1,2],[3,4]],'ragged':[[1],[]],"
              + "'o':{'a':1,'b':0.5},'w':['p','q'],'r':'2/3','none':null,'a/b':[{'~':'x'}],'e':[]}");

  @Test
  void everyShapeIsReadAsWhatItIs() {
    assertEquals(3, GIVEN.at("n").whole(0, 3));
    assertEquals(3L, GIVEN.at("n").count());
    assertEquals(.5, GIVEN.at("x").number());
    assertEquals("red", GIVEN.at("s").text());
    assertEquals(Colour.RED, GIVEN.at("s").choice(Colour.class));
    assertTrue(GIVEN.at("t").truth());
    assertArrayEquals(new double[] {1, 2.5}, GIVEN.at("v").vector());
    assertArrayEquals(new double[0], GIVEN.at("e").vector());
    assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, GIVEN.at("m").matrix());
    assertArrayEquals(new double[0][], GIVEN.at("e").matrix());
    assertEquals(Map.of("a", 1.0, "b", .5), GIVEN.at("o").numbers());
    assertEquals(List.of("p", "q"), GIVEN.at("w").texts());
    assertEquals(Ratio.of(2, 3), GIVEN.at("r").ratio());
    assertEquals(Ratio.of(1, 2), GIVEN.at("x").ratio());
    assertTrue(GIVEN.at("v").isList() && GIVEN.at("s").isText() && GIVEN.at("o").isObject());
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    assertEquals(.1, GIVEN.number("nonsuch", .1));
    assertEquals(.5, GIVEN.number("x", .1));
    assertEquals("z", GIVEN.text("none", "z"));
    assertTrue(GIVEN.truth("nonsuch", true));
    assertFalse(GIVEN.has("none"));
    assertTrue(GIVEN.maybe("none").isEmpty());
  }

  @Test
  void whatItIsNotIsRefusedAtItsPlace() {
    refused("/n must be text", given -> given.at("n").text());
    refused("/x must be a whole number from 0 to 9", given -> given.at("x").whole(0, 9));
    refused("/n must be a whole number from 0 to 2", given -> given.at("n").whole(0, 2));
    refused("/s must be a finite number", given -> given.at("s").number());
    refused("/n must be true or false", given -> given.at("n").truth());
    refused("/w/0 must be a finite number", given -> given.at("w").vector());
    refused("/v/0 must be a list", given -> given.at("v").matrix());
    refused("/ragged must have rows of one length", given -> given.at("ragged").matrix());
    refused("/o must be a list", given -> given.at("o").list());
    refused("/v must be an object", given -> given.at("v").object());
    refused("/v must be an object", given -> given.at("v").at("x"));
    refused(
        "/w/1 must be one of red, dark_blue",
        given -> given.at("w").list().get(1).choice(Colour.class));
    refused("/s must be a fraction such as \"2/3\" or \"0.7\"", given -> given.at("s").ratio());
    refused("/a~1b/0/~0 must be a list", given -> given.at("a/b").list().getFirst().at("~").list());
    refused("the document must be text", Given::text);
  }

  @Test
  void aRefusalHasTheCodeOfItsField() {
    Given nested = GIVEN.refusing("invalid_weights").at("m");
    assertEquals("invalid_weights", assertThrows(Refusal.class, nested::vector).code());
    assertEquals("missing_field", assertThrows(Refusal.class, () -> GIVEN.at("nonsuch")).code());
    assertEquals(
        "unknown_field",
        assertThrows(Refusal.class, () -> GIVEN.at("o").only(List.of("a"))).code());
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    for (String number : List.of("NaN", "Infinity", "-Infinity", "1e999", "'1'", "null", "true")) {
      Given list = given("[" + number + "]");
      assertThrows(Refusal.class, list::vector, number);
      assertThrows(Refusal.class, () -> list.list().getFirst().count(), number);
    }
    assertThrows(Refusal.class, given("9".repeat(900))::number);
    assertThrows(Refusal.class, given("9007199254740993e9")::count);
  }

  private static void refused(String message, Consumer<Given> reading) {
    Refusal refusal = assertThrows(Refusal.class, () -> reading.accept(GIVEN));
    assertEquals(message, refusal.getMessage());
    assertEquals("invalid_input", refusal.code());
  }

  private static Given given(String json) {
    return Given.of(Json.parse(json.replace('\'', '"').getBytes(UTF_8)));
  }
}
