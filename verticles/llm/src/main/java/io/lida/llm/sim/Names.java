package io.lida.llm.sim;

import io.lida.contract.Llm.Heard;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How a speaker calls the others: by first name where the register is familiar. */
final class Names {
  private static final Set<String> FAMILIAR = Set.of("plain", "conversational");
  private static final Set<String> LABELS =
      Set.of("speaker", "seat", "participant", "persona", "voice", "member", "agent", "a", "the");
  private static final int LONGEST = 60;

  private final Map<String, String> names = new HashMap<>();

  Names(Collection<Heard> heard, String register) {
    Set<String> full = new HashSet<>();
    heard.forEach(turn -> full.add(turn.speaker()));
    Map<String, Integer> firsts = new HashMap<>();
    full.forEach(name -> firsts.merge(first(name), 1, Integer::sum));
    for (String name : full) {
      String first = first(name);
      boolean familiar = FAMILIAR.contains(register) && firsts.getOrDefault(first, 0) == 1;
      names.put(name, clean(familiar ? first : name));
    }
  }

  /** The name as this speaker says it. */
  String of(String speaker) {
    return names.getOrDefault(speaker, clean(speaker));
  }

  private static String first(String name) {
    String[] words = name.strip().split("\\s+");
    String last = words[words.length - 1];
    boolean person =
        words.length > 1
            && words[0].length() > 2
            && !words[0].endsWith(".")
            && last.length() > 1
            && Character.isLetter(last.charAt(0))
            && !LABELS.contains(words[0].toLowerCase(java.util.Locale.ROOT));
    return person ? words[0] : name;
  }

  private static String clean(String name) {
    String line = name.replaceAll("[“”\"\\p{Cntrl}\\p{Cf}]", " ").replaceAll("\\s+", " ").strip();
    String shown = line.length() > LONGEST ? line.substring(0, LONGEST).strip() : line;
    return shown.isEmpty() ? "another speaker" : shown;
  }
}
