package io.lida.cli;

import io.lida.contract.Manifest;
import java.util.ArrayList;
import java.util.List;

/** The round strip with its legend: all personas on one line, each by a letter. */
final class Strip {
  private static final int WIDEST = 90;

  private Strip() {}

  /** The strip as wide as the terminal allows, then the letters with names and figures. */
  static List<String> lines(Course course, Manifest manifest, Ink ink, int columns) {
    List<Gauge.Mark> marks = new ArrayList<>();
    List<String> legend = new ArrayList<>();
    String letters = letters(manifest);
    for (int seat = 0; seat < manifest.seats().size(); seat++) {
      double stance = course.now(seat);
      char letter = letters.charAt(seat);
      String name = Plain.line(manifest.seats().get(seat).card().name());
      marks.add(new Gauge.Mark(letter, stance));
      legend.add(letter + " " + Columns.cut(name, 24) + " " + Figures.stance(stance));
    }
    int width = Math.min(columns, WIDEST) - 14;
    List<String> lines = new ArrayList<>();
    lines.add("  " + Gauge.strip(marks, width % 2 == 0 ? width - 1 : width));
    StringBuilder line = new StringBuilder();
    for (String entry : legend) {
      if (!line.isEmpty() && Columns.width(line + "   " + entry) > Math.min(columns, WIDEST) - 4) {
        lines.add("  " + ink.faint(line.toString()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : "   ").append(entry);
    }
    lines.add("  " + ink.faint(line.toString()));
    return lines;
  }

  /** A letter for each seat: an initial of its name while that is free, else the next of A to Z. */
  static String letters(Manifest manifest) {
    StringBuilder letters = new StringBuilder();
    for (Manifest.Seat seat : manifest.seats()) {
      letters.append(letter(Plain.line(seat.card().name()), letters));
    }
    return letters.toString();
  }

  private static char letter(String name, CharSequence taken) {
    StringBuilder wishes = new StringBuilder();
    for (String word : name.split("[^\\p{L}]+")) {
      if (!word.isEmpty()) {
        wishes.append(Character.toUpperCase(word.charAt(0)));
      }
    }
    wishes.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    for (int place = 0; place < wishes.length(); place++) {
      char wish = wishes.charAt(place);
      boolean narrow = Columns.width(String.valueOf(wish)) == 1 && Character.isLetterOrDigit(wish);
      if (narrow && taken.chars().noneMatch(letter -> letter == wish)) {
        return wish;
      }
    }
    return '*';
  }
}
