package io.lida.cli;

import io.lida.contract.Llm;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is being said right now: one line for each speaker, with the last words as they come. */
final class Voices {
  private static final int KEPT = 400;
  private static final int MOST_LINES = 8;
  private static final int NAME = 22;

  private final Map<String, StringBuilder> heard = new HashMap<>();

  /** Takes words in; where some were lost, what follows starts afresh. */
  void hear(Llm.Words words) {
    StringBuilder voice = heard.computeIfAbsent(words.call(), call -> new StringBuilder());
    if (words.at() == 0) {
      voice.setLength(0);
    }
    voice.append(words.text());
    if (voice.length() > 2 * KEPT && voice.charAt(0) != '{') {
      voice.delete(0, voice.length() - KEPT);
    }
  }

  /** Forgets a voice that has finished. */
  void forget(String call) {
    heard.remove(call);
  }

  void forgetAll() {
    heard.clear();
  }

  /** The live lines, none wider than the terminal. */
  List<String> lines(List<Call> open, Manifest manifest, Ink ink, int columns) {
    List<String> lines = new ArrayList<>();
    for (Call call : open.subList(0, Math.min(open.size(), MOST_LINES))) {
      String name = Columns.pad(name(call, manifest), NAME);
      int room = columns - NAME - 6;
      String said = said(call);
      String shown = said.isEmpty() ? ink.faint(waiting(call)) : last(said, room) + "▏";
      lines.add("  " + ink.seat(call.seat(), name) + "  " + shown);
    }
    if (open.size() > MOST_LINES) {
      lines.add(ink.faint("  and " + (open.size() - MOST_LINES) + " more"));
    }
    return lines;
  }

  private String said(Call call) {
    StringBuilder voice = heard.get(call.id());
    return voice == null ? "" : Plain.line(prose(voice.toString()));
  }

  private static String last(String said, int room) {
    return Columns.width(said) <= room ? said : "…" + Columns.tail(said, room - 1);
  }

  /** Models that answer in JSON: only what stands in the argument, or the reason, is speech. */
  static String prose(String voice) {
    String text = voice.stripLeading();
    if (!text.startsWith("{") && !text.startsWith("```")) {
      return voice;
    }
    int field = Math.max(text.indexOf("\"argument\""), text.indexOf("\"reason\""));
    int open = field < 0 ? -1 : text.indexOf('"', text.indexOf('"', field + 1) + 1);
    if (open < 0) {
      return "";
    }
    int close = open + 1;
    while (close < text.length() && text.charAt(close) != '"') {
      close += text.charAt(close) == '\\' ? 2 : 1;
    }
    String speech = text.substring(open + 1, Math.min(close, text.length()));
    return speech.replace("\\n", " ").replace("\\\"", "\"").replace("\\\\", "\\");
  }

  private static String waiting(Call call) {
    return switch (call.kind()) {
      case VOTE -> "voting";
      case MOVE -> "moving";
      default -> "thinking";
    };
  }

  private static String name(Call call, Manifest manifest) {
    Manifest.Seat moderator = manifest.moderator();
    if (call.seat() >= 0 && call.seat() < manifest.seats().size()) {
      return Plain.line(manifest.seats().get(call.seat()).card().name());
    }
    return moderator == null ? "moderator" : Plain.line(moderator.card().name());
  }
}
