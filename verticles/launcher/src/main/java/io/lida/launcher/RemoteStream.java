package io.lida.launcher;

import io.lida.contract.Bus;
import io.lida.contract.Event;
import io.lida.contract.Llm;
import io.lida.contract.Runs;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.parsetools.RecordParser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** The events of one run at a server, told on the bus of this process as they come. */
final class RemoteStream {
  private static final Logger LOG = System.getLogger(RemoteStream.class.getName());
  private static final int LARGEST = 4 << 20;

  private final Remote server;
  private final Bus bus;
  private final String run;

  RemoteStream(Remote server, Bus bus, String run) {
    this.server = server;
    this.bus = bus;
    this.run = run;
  }

  /** Tells what comes after a number; completes when the stream ends, however it does. */
  Future<Void> follow(long after) {
    return server.stream("/stream?run=" + run + "&after=" + after + "&words=1")
        .compose(this::read)
        .otherwise(
            broken -> {
              LOG.log(Level.DEBUG, "run {0}: its stream broke: {1}", run, broken);
              return null;
            });
  }

  private Future<Void> read(HttpClientResponse response) {
    Promise<Void> ended = Promise.promise();
    RecordParser.newDelimited("\n\n", response)
        .maxRecordSize(LARGEST)
        .handler(this::tell)
        .exceptionHandler(ended::tryFail)
        .endHandler(end -> ended.tryComplete());
    return ended.future();
  }

  private void tell(Buffer message) {
    String type = "";
    StringBuilder data = new StringBuilder();
    for (String line : message.toString(StandardCharsets.UTF_8).split("\n")) {
      if (line.startsWith("event:")) {
        type = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring("data:".length()).strip());
      }
    }
    if (data.isEmpty() || type.equals("end")) {
      return;
    }
    if (type.equals("words")) {
      bus.tell(Llm.words(run), Wire.read(data.toString(), Llm.Words.class));
    } else {
      bus.tell(Runs.live(run), Wire.read(data.toString(), Event.class));
    }
  }
}
