package io.lida.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The measures that recur, drawn the same everywhere. Stances run from -1 to 1. */
final class Gauge {
  private static final int CELLS = 20;
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private Gauge() {}

  /** A marker on the round strip. */
  record Mark(char letter, double stance) {}

  /** The stance track: a hollow dot where it was, a filled dot where it is, and the figure. */
  static String track(double before, double now) {
    char[] cells = new char[CELLS];
    Arrays.fill(cells, '─');
    cells[cell(before, CELLS)] = '○';
    cells[cell(now, CELLS)] = '●';
    return "├" + new String(cells) + "┤ " + Figures.stance(now);
  }

  /** The round strip: all on one line; a letter whose cell is taken stands in the nearest free. */
  static String strip(List<Mark> marks, int width) {
    char[] cells = new char[width];
    Arrays.fill(cells, '─');
    cells[width / 2] = '┼';
    boolean[] taken = new boolean[width];
    for (Mark mark : marks.stream().sorted(Comparator.comparingDouble(Mark::stance)).toList()) {
      int free = nearestFree(cell(mark.stance(), width), taken);
      if (free >= 0) {
        taken[free] = true;
        cells[free] = mark.letter();
      }
    }
    return "-1 ├" + new String(cells) + "┤ +1";
  }

  /** Stances over rounds in one character each. */
  static String spark(List<Double> stances) {
    StringBuilder line = new StringBuilder();
    stances.forEach(stance -> line.append(BARS.charAt(cell(stance, BARS.length()))));
    return line.toString();
  }

  /** A share of 0 to 1 as a bar, with a tick where the threshold is. */
  static String meter(double share, double threshold) {
    int halves = (int) Math.round(Math.clamp(share, 0, 1) * CELLS * 2);
    int tick = (int) Math.round(Math.clamp(threshold, 0, 1) * CELLS);
    StringBuilder bar = new StringBuilder();
    for (int cell = 0; cell < CELLS; cell++) {
      if (cell == tick) {
        bar.append('┃');
      }
      int filled = halves - 2 * cell;
      bar.append(filled >= 2 ? '█' : filled == 1 ? '▌' : '░');
    }
    return tick >= CELLS ? bar.append('┃').toString() : bar.toString();
  }

  /** An interval with its estimate on a line from {@code -reach} to {@code reach}; 0 is marked. */
  static String interval(double low, double estimate, double high, double reach) {
    int width = CELLS + 1;
    char[] cells = new char[width];
    Arrays.fill(cells, '·');
    Arrays.fill(cells, cell(low / reach, width), cell(high / reach, width) + 1, '━');
    cells[width / 2] = cells[width / 2] == '━' ? '┿' : '│';
    cells[cell(estimate / reach, width)] = '●';
    return new String(cells);
  }

  private static int cell(double stance, int cells) {
    return (int) Math.round((Math.clamp(stance, -1, 1) + 1) / 2 * (cells - 1));
  }

  private static int nearestFree(int wanted, boolean[] taken) {
    for (int away = 0; away < taken.length; away++) {
      if (wanted + away < taken.length && !taken[wanted + away]) {
        return wanted + away;
      }
      if (wanted - away >= 0 && !taken[wanted - away]) {
        return wanted - away;
      }
    }
    return -1;
  }
}
