package io.lida.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text format of Prometheus. */
final class Samples {
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+\\S+)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private Samples() {}

  /** The samples, in the order of the text; comments are left out. */
  static List<Documents.Metrics.Sample> of(String text) {
    List<Documents.Metrics.Sample> samples = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher sample = LINE.matcher(line.strip());
      if (!line.startsWith("#") && sample.matches()) {
        samples.add(
            new Documents.Metrics.Sample(
                sample.group(1), labels(sample.group(2)), sample.group(3)));
      }
    }
    return samples;
  }

  private static Map<String, String> labels(@org.jspecify.annotations.Nullable String written) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (written != null) {
      Matcher label = LABEL.matcher(written);
      while (label.find()) {
        labels.put(
            label.group(1),
            label.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\"));
      }
    }
    return labels;
  }
}
