package io.lida.proof.bench;

import java.io.IOException;
import java.util.Map;

/** What single rooms can do: the bus, the log, the fold. */
final class Rooms {
  private final Size size;
  private final Child floor;
  private final Child house;
  private final Ledger ledger;

  Rooms(Size size, Child floor, Child house, Ledger ledger) {
    this.size = size;
    this.floor = floor;
    this.house = house;
    this.ledger = ledger;
  }

  void measure() throws IOException {
    asks(1, size.events() / 2);
    asks(64, size.events() * 10);
    asks(1_024, size.events() * 10);
    log();
    fold();
  }

  private void asks(int outstanding, int total) throws IOException {
    floor.work("bus", total, outstanding);
    house.work("bus", total, outstanding);
    Map<String, Double> raw = floor.work("bus", total, outstanding);
    Map<String, Double> ours = house.work("bus", total, outstanding);
    ledger.check("every ask is answered", ours.get("count") == total);
    String name = "asks a second, " + outstanding + " at once";
    Figure rate =
        outstanding == 64
            ? Figure.atLeast(name, "", rate(ours), 500_000)
            : Figure.told(name, "", rate(ours));
    Figure late =
        outstanding == 64
            ? Figure.atMost("p99 of an ask, 64 at once", "ms", ours.get("p99_ms"), 0.2)
            : Figure.told("p99 of an ask, " + outstanding + " at once", "ms", ours.get("p99_ms"));
    ledger.add(rate.beside(rate(raw)));
    ledger.add(late.beside(raw.get("p99_ms")));
  }

  private void log() throws IOException {
    house.work("appends", size.events(), 2_048);
    Map<String, Double> raw = house.work("raw_appends", size.events(), 2_048);
    Map<String, Double> ours = house.work("appends", size.events(), 2_048);
    ledger.check("every append is in the log", ours.get("written") == size.events());
    ledger.add(Figure.atLeast("fenced appends a second", "", rate(ours), 25_000).beside(rate(raw)));
    Map<String, Double> paced = house.work("paced", size.events() / 4, 0);
    ledger.check("every paced append is in the log", paced.get("written") == size.events() / 4);
    ledger.add(Figure.atMost("p99 of an append, 5,000 a second", "ms", paced.get("p99_ms"), 2));
  }

  private void fold() throws IOException {
    Map<String, Double> folds = ledger.checked("a run of 1,000 turns", house.work("fold", 10, 1));
    ledger.add(Figure.atMost("read and fold 1,000 turns", "ms", folds.get("fold_ms"), 50));
  }

  private static double rate(Map<String, Double> work) {
    return work.getOrDefault("count", 0.0) / work.get("seconds");
  }
}
