package io.lida.cli.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest {
  private static final String GAME = "'op':'banzhaf','input':{'weights':[2,1,1],'quota':3}";

  @Test
  void anAnswerNamesItsOperation() {
    assertEquals(
        "{\"schema\":\"lida.lab/v1\",\"id\":7,\"op\":\"banzhaf\",\"value\":[0.6,0.2,0.2],\"flags\":[]}",
        Ask.document("{'id':7," + GAME + "}").toString());
  }

  @Test
  void aRefusalHasItsFourParts() {
    assertEquals(
        "{\"schema\":\"lida.lab/v1\",\"op\":\"banzhaf\",\"error\":{\"code\":\"missing_field\",\"title\":\"missing"
            + " field\",\"detail\":\"banzhaf wants quota number, the votes with which a coalition"
            + " wins\",\"fix\":\"lida lab --describe banzhaf\",\"docs\":\"lida help lab\"}}",
        Ask.document("{'op':'banzhaf','input':{'weights':[1]}}").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | invalid_json",
        "{ | invalid_json",
        "[] | invalid_input",
        "null | invalid_input",
        "{} | missing_field",
        "{} {} | invalid_json",
        "{'op':'banzhaf','op':'banzhaf'} | invalid_json",
        "{'op':5,'input':{}} | invalid_input",
        "{'op':'nonsuch','input':{}} | unknown_operation",
        "{'op':'banzhaf'} | missing_field",
        "{'op':'banzhaf','input':[]} | invalid_input",
        "{'op':'banzhaf','input':null} | missing_field",
        "{'op':'banzhaf','input':{},'inputs':{}} | unknown_field",
        "{'op':'banzhaf','id':{},'input':{}} | invalid_input",
        "{'op':'banzhaf','input':{'weights':[1],'quota':1,'qouta':1}} | unknown_field",
        "{'op':'banzhaf','input':{'weights':[1],'quota':null}} | missing_field",
        "{'op':'banzhaf','input':{'weights':1,'quota':1}} | invalid_weights",
        "{'op':'banzhaf','input':{'weights':[NaN],'quota':1}} | invalid_weights",
        "{'op':'banzhaf','input':{'weights':[1e999],'quota':1}} | invalid_weights",
        "{'op':'banzhaf','input':{'weights':[1],'quota':-Infinity}} | invalid_quota",
        "{'op':'banzhaf','input':{'weights':[],'quota':1}} | empty_input",
      })
  void everyMalformedDocumentIsRefused(String document, String code) {
    JsonNode answer = Ask.document(document);
    assertEquals(code, answer.path("error").path("code").asText(), answer.toString());
  }

  @Test
  void aPlaceIsNamedByItsPointer() {
    JsonNode answer = Ask.document("{'op':'banzhaf','input':{'weights':[1,'a~/b'],'quota':1}}");
    assertTrue(answer.path("error").path("detail").asText().startsWith("/input/weights/1 must be"));
  }

  @Test
  void nestingBombsAndHugeTextsAreRefused() {
    for (String bomb : List.of("[".repeat(100_000), "{'a':".repeat(1_000), "9".repeat(5_000))) {
      assertEquals("invalid_json", Ask.document(bomb).path("error").path("code").asText());
    }
    String spaces = " ".repeat(Lab.LARGEST + 1);
    assertEquals("too_large", Ask.document(spaces).path("error").path("code").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | Unexpected end-of-input: expected close marker for Object at column 2",
        "{'a':1,'a':2} | Duplicate field 'a' at column 12",
        "{} {} | Trailing token at column 4",
        "[1,] | Unexpected character (']' (code 93)): expected a value at column 4",
      })
  void aMistakeInTheJsonIsSaidWithItsColumn(String document, String detail) {
    assertEquals(detail, Ask.document(document).at("/error/detail").asText());
  }

  @Test
  void aBatchIsAnsweredInOrderAndAFailingLineFailsAlone() throws IOException {
    String lines =
        "{'id':'a',"
            + GAME
            + "}\n\nnot json\r\n{'id':2,'op':'nonsuch','input':{}}\n{'id':3,"
            + GAME
            + "}";
    List<String> told = new ArrayList<>();
    for (String line : batch(stream(lines.replace('\'', '"')))) {
      JsonNode answer = Json.parse(line.getBytes(UTF_8));
      told.add(
          answer.path("id").asText()
              + "/"
              + answer.path("line").asText()
              + "/"
              + answer.path("error").path("code").asText());
    }
    assertEquals(List.of("a//", "/3/invalid_json", "2/4/unknown_operation", "3//"), told);
  }

  @Test
  void aLineThatIsTooLongIsPassedOver() throws IOException {
    Lines lines = new Lines(stream("abcdef\nxyz\n"), 3, () -> {});
    assertTrue(lines.more());
    assertEquals("too_large", assertThrows(Refusal.class, lines::next).code());
    assertEquals("xyz", new String(lines.next(), UTF_8));
    assertFalse(lines.more());
  }

  @Test
  void aLineMayBeLongerThanWhatIsReadAtOnce() throws IOException {
    String line = "x".repeat(200_000);
    Lines lines = new Lines(stream(line + "\n" + line), 200_000, () -> {});
    assertEquals(line, new String(lines.next(), UTF_8));
    assertEquals(line, new String(lines.next(), UTF_8));
    assertFalse(lines.more());
  }

  @Test
  void wholeNumbersHaveNoFractionAndNoResultIsNotANumber() {
    record Figures(double[][] grid, double one, Double two, List<Double> list, Ratio ratio) {}
    assertEquals(
        "{\"grid\":[[1,0.5],[0,-3]],\"one\":2,\"two\":1.0E300,\"list\":[0.1,7],\"ratio\":0.75}",
        Json.line(
            new Figures(
                new double[][] {{1, .5}, {-0.0, -3}}, 2, 1e300, List.of(.1, 7.0), Ratio.of(3, 4))));
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalStateException.class, () -> Json.line(List.of(bad)));
    }
  }

  @Test
  void answersAreHandedOnBeforeTheNextLineIsWaitedFor() throws IOException {
    List<String> order = new ArrayList<>();
    InputStream slow =
        new InputStream() {
          private int asked;

          @Override
          public int read() {
            return -1;
          }

          @Override
          public int read(byte[] buffer, int from, int length) {
            order.add("read");
            byte[] line = ("{" + GAME + "}\n").replace('\'', '"').getBytes(UTF_8);
            System.arraycopy(line, 0, buffer, from, line.length);
            return ++asked > 2 ? -1 : line.length;
          }
        };
    Lab.batch(
        slow,
        new Lab.Printer() {
          @Override
          public void line(String json) {
            order.add("line");
          }

          @Override
          public void flush() {
            order.add("flush");
          }
        });
    assertEquals(
        List.of("flush", "read", "line", "flush", "read", "line", "flush", "read", "flush"), order);
  }

  @Test
  void everyOperationExplainsItself() {
    List<String> names = Lab.operations().stream().map(Operation::name).toList();
    assertEquals(names.size(), new HashSet<>(names).size());
    for (Operation operation : Lab.operations()) {
      assertTrue(operation.name().matches("[a-z]+(_[a-z]+)*"), operation.name());
      assertFalse(operation.help().isBlank() || operation.source().isBlank(), operation.name());
      assertFalse(operation.fields().isEmpty(), operation.name());
      assertEquals("unknown_field", Ask.refusal(operation.name(), "{'nonsuch':1}"));
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static List<String> batch(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    Lab.batch(
        in,
        new Lab.Printer() {
          @Override
          public void line(String json) {
            lines.add(json);
          }

          @Override
          public void flush() {}
        });
    return lines;
  }
}
