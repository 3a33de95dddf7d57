package io.lida.store;

import io.lida.contract.Forecast;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What personas forecast in runs whose questions have been answered; each tenant's apart.
 * Thread-safe.
 */
public final class TrackRecords {
  /** The most forecasts that are kept of one persona; the oldest go first. */
  public static final int MOST = 1_000;

  private final Link commands;
  private final Link reads;

  TrackRecords(Link commands, Link reads) {
    this.commands = commands;
    this.reads = reads;
  }

  /** Keeps the forecasts of one run by persona; those of the same run before are replaced. */
  public Future<Void> keep(String tenant, Map<String, Forecast> forecasts) {
    List<Future<?>> kept = new ArrayList<>();
    forecasts.forEach(
        (persona, forecast) ->
            kept.add(
                commands.call(
                    Script.RECORD
                        .call(Keys.record(tenant, persona))
                        .arg(forecast.run())
                        .arg(Wire.bytes(forecast))
                        .arg(MOST))));
    return Future.all(kept).mapEmpty();
  }

  /** The record of each persona, newest first; empty for one that has none. */
  public Future<Map<String, List<Forecast>>> of(String tenant, List<String> personas) {
    List<Future<Response>> read =
        personas.stream()
            .map(
                persona ->
                    reads.call(
                        Request.cmd(Command.LRANGE)
                            .arg(Keys.record(tenant, persona))
                            .arg(0)
                            .arg(-1)))
            .toList();
    return Future.all(read)
        .map(
            all -> {
              Map<String, List<Forecast>> records = new LinkedHashMap<>();
              for (int at = 0; at < personas.size(); at++) {
                records.put(personas.get(at), forecasts(read.get(at).result()));
              }
              return records;
            });
  }

  private static List<Forecast> forecasts(Response list) {
    List<Forecast> forecasts = new ArrayList<>();
    list.forEach(entry -> forecasts.add(Wire.read(entry.toBytes(), Forecast.class)));
    return forecasts;
  }
}
