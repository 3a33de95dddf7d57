package io.lida.llm.sim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The book of sentences: {@code frames.txt}, read once. Immutable. */
final class Frames {
  /** Pools whose frames hold a point of the speaker's case and nothing that could distort it. */
  private static final Set<String> CONTENT =
      Set.of("claim", "premise", "answer", "support", "beside", "recall");

  private static final int HEAD = 4;
  private static final int MARK = 9;

  /** The one book. */
  static final Frames BOOK = new Frames(lines("frames.txt"));

  private final Map<String, List<Frame>> pools = new LinkedHashMap<>();
  private final Map<String, List<Lead>> leads = new HashMap<>();

  private final List<String> marks = new ArrayList<>();

  private record Lead(String text, boolean content) {}

  private Frames(List<String> lines) {
    List<Frame> pool = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("[")) {
        pool = new ArrayList<>();
        pools.put(line.substring(1, line.length() - 1), pool);
      } else {
        pool.add(Frame.read(line));
      }
    }
    pools.forEach(
        (name, frames) -> {
          for (Frame frame : frames) {
            boolean content = CONTENT.contains(name);
            if (frame.lead().length() >= HEAD) {
              leads
                  .computeIfAbsent(frame.lead().substring(0, HEAD), head -> new ArrayList<>())
                  .add(new Lead(frame.lead(), content));
            } else if (!content && frame.mark().length() >= MARK) {
              marks.add(frame.mark());
            }
          }
        });
    // The longest lead that fits is the one that was used.
    leads
        .values()
        .forEach(
            fitting ->
                fitting.sort((a, b) -> Integer.compare(b.text().length(), a.text().length())));
  }

  /** The frames of a pool; none when there is no such pool. */
  List<Frame> pool(String name) {
    return pools.getOrDefault(name, List.of());
  }

  /** How many frames there are in all. */
  int size() {
    return pools.values().stream().mapToInt(List::size).sum();
  }

  /**
   * The point that a sentence makes, freed of the frame around it; empty when the sentence is talk
   * about the debate. A sentence in no known frame is taken as it is.
   */
  String core(String sentence) {
    String bare = Sentences.bare(sentence);
    if (bare.length() > HEAD) {
      for (Lead lead : leads.getOrDefault(bare.substring(0, HEAD), List.of())) {
        if (bare.startsWith(lead.text())) {
          return lead.content() ? bare.substring(lead.text().length()) : "";
        }
      }
    }
    if (marks.stream().anyMatch(bare::contains)) {
      return "";
    }
    for (String name : List.of("premise", "answer", "support")) {
      for (Frame frame : pool(name)) {
        if (frame.prefix().isEmpty()
            && frame.suffix().length() > 1
            && sentence.endsWith(frame.suffix())) {
          return sentence.substring(0, sentence.length() - frame.suffix().length());
        }
      }
    }
    return bare;
  }

  /** What a sentence grants, as a clause; empty when it grants nothing in any known frame. */
  String granted(String sentence) {
    String bare = Sentences.bare(sentence);
    for (Frame frame : pool("grant")) {
      if (bare.startsWith(frame.prefix())) {
        return bare.substring(frame.prefix().length());
      }
    }
    return "";
  }

  /** The lines of a resource beside this class, without comments and empty ones. */
  static List<String> lines(String resource) {
    try (InputStream stream =
            Objects.requireNonNull(Frames.class.getResourceAsStream(resource), resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
