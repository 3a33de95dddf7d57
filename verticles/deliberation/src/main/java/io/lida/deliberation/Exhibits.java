package io.lida.deliberation;

import io.lida.contract.Deliberation.Export;
import io.lida.contract.Deliberation.Exported;
import io.lida.contract.Deliberation.Judge;
import io.lida.contract.Deliberation.Recount;
import io.lida.contract.Deliberation.Show;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Retally;
import io.lida.contract.Run;
import io.lida.contract.Runs;
import io.lida.contract.Skill;
import io.lida.contract.Wire;
import io.lida.store.Ownership;
import io.lida.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows runs to whoever asks: folded from their logs, with the status that only others know. */
final class Exhibits {
  private final Vertx vertx;
  private final Store store;

  Exhibits(Vertx vertx, Store store) {
    this.vertx = vertx;
    this.store = store;
  }

  Future<Run> show(Show show) {
    return Logs.whole(store.log(), show.run()).compose(log -> document(show.run(), log));
  }

  /** Counts what there is so far again; a run without a vote has only its strategies. */
  Future<Retally> recount(Recount recount) {
    return Logs.whole(store.log(), recount.run())
        .compose(
            log -> vertx.executeBlocking(() -> Recounting.of(recount.run(), State.of(log)), false));
  }

  /** Reads one log after the other; a run that is removed meanwhile does not count. */
  Future<Skill> skill(Judge judge) {
    return store
        .index()
        .list(Runs.Query.newest(Status.COMPLETED.id(), judge.tenant(), judge.limit()))
        .compose(
            listing -> {
              Future<List<Judging.Case>> cases = Future.succeededFuture(new ArrayList<>());
              for (Runs.Summary run : listing.runs()) {
                cases = cases.compose(sofar -> judged(run.id(), sofar));
              }
              return cases.map(all -> Judging.skill(listing.runs().size(), all));
            });
  }

  private Future<List<Judging.Case>> judged(String run, List<Judging.Case> sofar) {
    return Logs.whole(store.log(), run)
        .map(log -> Judging.judged(State.of(log)))
        .recover(
            cause ->
                Fault.of(cause).code() == FaultCode.NOT_FOUND
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(cause))
        .map(
            judged -> {
              judged.ifPresent(sofar::add);
              return sofar;
            });
  }

  private Future<Run> document(String run, List<Event> log) {
    State state = State.of(log);
    if (state.status().ended()) {
      return Future.succeededFuture(Document.of(run, state, state.status().id()));
    }
    return store
        .leases()
        .owner(run)
        .compose(
            owner ->
                owner.filter(Ownership::live).isPresent()
                    ? Future.succeededFuture(state.status())
                    : unowned(run, state.status()))
        .map(status -> Document.of(run, state, status.id()));
  }

  /** A log cannot say that nobody works on it; the index knows whether that is as it should be. */
  private Future<Status> unowned(String run, Status logged) {
    return store
        .index()
        .find(run)
        .map(
            found -> {
              String known = found.map(Runs.Summary::status).orElse("");
              if (known.equals(Status.QUEUED.id())) {
                return Status.QUEUED;
              }
              if (known.equals(Status.PARKED.id())) {
                return Status.PARKED;
              }
              return logged == Status.RUNNING ? Status.INTERRUPTED : logged;
            });
  }

  Future<Exported> export(Export export) {
    return Logs.whole(store.log(), export.run())
        .compose(log -> document(export.run(), log).map(run -> rendered(export, log, run)));
  }

  private static Exported rendered(Export export, List<Event> log, Run run) {
    return switch (export.format()) {
      case "json" ->
          new Exported(export.run() + ".json", "application/json", Wire.pretty(run) + "\n");
      case "jsonl" ->
          new Exported(export.run() + ".jsonl", "application/jsonl", Archive.jsonl(log));
      case "markdown" -> new Exported(export.run() + ".md", "text/markdown", Markdown.of(run));
      default ->
          throw new Fault(
              FaultCode.INVALID,
              "unknown format \"" + export.format() + "\"",
              "formats are json, jsonl and markdown",
              "");
    };
  }
}
