package io.lida.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Agents;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers from lines of JSON on standard input, one for each turn; after the last it passes. */
final class LineSitter implements Sitter {
  private static final List<String> FIELDS =
      List.of("text", "stance", "confidence", "vote", "ballot", "pass");

  private final BufferedReader lines;
  private int number;

  LineSitter(InputStream in) {
    lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Override
  public Agents.Submit answer(Agents.Wanted turn, Course course) {
    String line = next();
    return (line == null ? Spoken.PASS : read(line)).in(turn);
  }

  private @Nullable String next() {
    try {
      String line = lines.readLine();
      number++;
      return line != null && line.isBlank() ? next() : line;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Spoken read(String line) {
    JsonNode json = parse(line);
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!FIELDS.contains(field.getKey())) {
        throw unfit("unknown field " + field.getKey() + Suggest.clause(field.getKey(), FIELDS));
      }
    }
    try {
      return Wire.message(json, Spoken.class);
    } catch (Fault misfit) {
      throw unfit(misfit.detail());
    }
  }

  private JsonNode parse(String line) {
    try {
      return Wire.parse(line);
    } catch (IllegalArgumentException malformed) {
      throw unfit("it is not JSON");
    }
  }

  /** A script cannot be asked again. */
  @Override
  public boolean refused(String why) {
    throw unfit(why);
  }

  private Fault unfit(String why) {
    return new Fault(
        FaultCode.INVALID,
        "line " + number + " of the answers is no turn",
        why,
        "such as {\"text\": \"Because ...\", \"stance\": 0.4}, {\"vote\": \"for\", \"text\":"
            + " \"...\"} or {\"pass\": true}");
  }
}
