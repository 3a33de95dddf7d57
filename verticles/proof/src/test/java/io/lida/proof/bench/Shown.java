package io.lida.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.proof.ChromiumPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The page in a real browser before a real server: many words a second, and many turns. All of
 * them, and the provider, share the machine.
 */
final class Shown {
  private static final int SPEAKERS = 10;
  private static final int SETTLING_MS = 3_000;
  private static final int WATCHED_MS = 6_000;

  private static final String COUNT_FRAMES =
      "window.frames_ = 0; (function tick() { window.frames_++; requestAnimationFrame(tick); })()";

  /** The last number on each speaker's lips, and one for the words before it. */
  private static final String SEEN =
      "({ms: performance.now(), frames: frames_,"
          + " words: [...document.querySelectorAll('lida-speaking')]"
          + ".map(one => 1 + Number((one.textContent.match(/\\d{6}/g) ?? [-1]).at(-1)))"
          + ".reduce((sum, said) => sum + said, 0),"
          + " turns: Number(document.querySelector('.facts')?.textContent"
          + ".match(/(\\d+) of \\d{2,}/)?.[1] ?? 0)})";

  private final ShippedServer server;
  private final Visitor visitor;
  private final Tab tab;
  private final Ledger ledger;

  private Shown(ShippedServer server, Visitor visitor, Tab tab, Ledger ledger) {
    this.server = server;
    this.visitor = visitor;
    this.tab = tab;
    this.ledger = ledger;
  }

  static void measure(Path root, Path scratch, Ledger ledger) throws Exception {
    Optional<Path> chromium = ChromiumPath.find();
    if (chromium.isEmpty()) {
      System.err.println("  no chromium is on the path: the page is left out");
      return;
    }
    Path home = Files.createDirectory(scratch.resolve("shown"));
    try (Child chatter = Child.start(Chatter.class);
        ShippedServer server =
            ShippedServer.start(root, home, Integer.parseInt(chatter.greeting()));
        Visitor visitor = new Visitor(server);
        Tab tab = Tab.open(chromium.get(), scratch.resolve("profile"))) {
      Shown shown = new Shown(server, visitor, tab, ledger);
      shown.enter();
      shown.manyTurns();
      shown.manyWords();
    }
  }

  private void enter() throws Exception {
    tab.go(server.url() + "/");
    tab.until("document.querySelector('form [name=key]')");
    tab.see("document.querySelector('form [name=key]').value = '" + server.key() + "'");
    tab.see("document.querySelector('form').requestSubmit()");
    tab.until("document.querySelector('lida-runs')");
  }

  private void show(String run) throws Exception {
    tab.go(server.url() + "/runs/" + run);
    tab.until("document.querySelector('.facts')");
    tab.see(COUNT_FRAMES);
  }

  private void manyWords() throws Exception {
    show(visitor.ask(Motion.speeches(SPEAKERS)).await());
    tab.until("document.querySelectorAll('lida-speaking').length == " + SPEAKERS);
    tab.pause(SETTLING_MS);
    JsonNode before = tab.see(SEEN);
    tab.pause(WATCHED_MS);
    JsonNode after = tab.see(SEEN);
    ledger.add(
        Figure.atLeast("page: words a second shown", "", rate("words", before, after), 5_000));
    ledger.add(
        Figure.atLeast("page: frames a second meanwhile", "", rate("frames", before, after), 50));
  }

  private void manyTurns() throws Exception {
    show(visitor.ask(Motion.longDebate(0)).await());
    JsonNode first = turns(100);
    JsonNode second = turns(300);
    JsonNode last = turns(800);
    JsonNode end = turns(1_000);
    ledger.add(
        Figure.atLeastTimes(
            "page: frames a second, turns 800 to 1,000",
            "",
            rate("frames", last, end),
            rate("frames", first, second),
            0.9));
  }

  private JsonNode turns(int number) throws Exception {
    tab.until(
        "Number(document.querySelector('.facts')?.textContent.match(/(\\d+) of \\d{2,}/)?.[1])"
            + " >= "
            + number);
    return tab.see(SEEN);
  }

  private static double rate(String what, JsonNode before, JsonNode after) {
    double seconds = (after.path("ms").asDouble() - before.path("ms").asDouble()) / 1e3;
    return (after.path(what).asDouble() - before.path(what).asDouble()) / seconds;
  }
}
