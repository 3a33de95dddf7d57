package io.lida.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Both streams, and the only class that writes to them: results go to standard output, everything
 * else to standard error, and a live region at the foot of the terminal is put aside for either.
 *
 * <p>Thread-safe: lines of two writers never mix.
 */
final class Screen implements AutoCloseable {
  private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(10);
  private static final Duration BETWEEN_FRAMES = Duration.ofMillis(50);

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;
  private final int columns;
  private final boolean lively;
  private final boolean quiet;
  private final Ink resultInk;
  private final Ink noteInk;

  private int liveLines;
  private Instant lastFrame = Instant.MIN;
  private Instant lastProgress = Instant.MIN;

  Screen(Surroundings world, Globals globals) {
    out = world.out();
    err = world.err();
    clock = world.clock();
    columns = world.columns();
    quiet = globals.quiet;
    boolean dumb = world.environment().getOrDefault("TERM", "dumb").equals("dumb");
    boolean watched = world.environment().getOrDefault("CI", "").isEmpty();
    lively = world.errIsTerminal() && !dumb && watched && !quiet;
    resultInk = ink(globals.color, world, world.outIsTerminal() && !dumb);
    noteInk = ink(globals.color, world, world.errIsTerminal() && !dumb);
  }

  private static Ink ink(String when, Surroundings world, boolean able) {
    boolean forbidden = !world.environment().getOrDefault("NO_COLOR", "").isEmpty();
    return switch (when) {
      case "always" -> new Ink(true);
      case "never" -> new Ink(false);
      default -> new Ink(able && !forbidden);
    };
  }

  int columns() {
    return columns;
  }

  /** Whether a live region is drawn. */
  boolean lively() {
    return lively;
  }

  boolean quiet() {
    return quiet;
  }

  /** The colours of results. */
  Ink resultInk() {
    return resultInk;
  }

  /** The colours of notes. */
  Ink noteInk() {
    return noteInk;
  }

  /** Writes a line of the result. */
  synchronized void result(String line) {
    putLiveAside();
    out.println(line);
    out.flush();
  }

  /** Writes a text of the result as it is, with what it ends on. */
  synchronized void resultText(String text) {
    putLiveAside();
    out.print(text);
    out.flush();
  }

  /** Standard output itself, for a result that comes piece by piece; nothing else is shown then. */
  synchronized PrintStream results() {
    putLiveAside();
    return out;
  }

  /** Says something beside the result, unless quiet. */
  synchronized void note(String line) {
    if (!quiet) {
      say(line);
    }
  }

  /** Says something that must be heard. */
  synchronized void say(String line) {
    putLiveAside();
    err.println(line);
    err.flush();
  }

  /** Says how far it is, at most every ten seconds; silent where a live region says it. */
  synchronized void progress(String line) {
    Instant now = clock.instant();
    if (!quiet && !lively && !now.isBefore(after(lastProgress, BETWEEN_PROGRESS))) {
      lastProgress = now;
      say(line);
    }
  }

  /** Whether it is time for another frame; asked before one is composed. */
  synchronized boolean frameDue() {
    return lively && !clock.instant().isBefore(after(lastFrame, BETWEEN_FRAMES));
  }

  /** Shows these lines, each within the width, in place of the live region. */
  synchronized void live(List<String> lines) {
    if (!lively) {
      return;
    }
    lastFrame = clock.instant();
    StringBuilder frame = new StringBuilder(above(liveLines));
    lines.forEach(line -> frame.append(line).append('\n'));
    liveLines = lines.size();
    err.print(frame);
    err.flush();
  }

  /** Takes the live region away and leaves the terminal as it was. */
  @Override
  public synchronized void close() {
    putLiveAside();
    out.flush();
    err.flush();
  }

  private void putLiveAside() {
    if (liveLines > 0) {
      err.print(above(liveLines));
      err.flush();
      liveLines = 0;
      lastFrame = Instant.MIN;
    }
  }

  private static String above(int lines) {
    return lines == 0 ? "" : "\u001b[" + lines + "F\u001b[J";
  }

  private static Instant after(Instant last, Duration pause) {
    return last.equals(Instant.MIN) ? last : last.plus(pause);
  }
}
