package io.lida.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts requests that come in one turn of the event loop on the connection together: one write there
 * and one read at Redis for all of them. Thread-safe.
 *
 * <p>When Redis refuses one of them, each is sent again alone, so that it fails or succeeds for
 * itself; what is sent here must therefore be the same done twice.
 */
final class Outbox {
  private record Letter(Supplier<Request> text, Promise<Response> answer) {}

  private record Sealed(Request request, Promise<Response> answer) {}

  private final Context home;
  private final Supplier<@Nullable RedisConnection> connection;
  private List<Letter> waiting = new ArrayList<>();

  Outbox(Context home, Supplier<@Nullable RedisConnection> connection) {
    this.home = home;
    this.connection = connection;
  }

  Future<Response> send(Request request) {
    return send(() -> request);
  }

  /** As {@link #send(Request)}; what is to be sent need only be known when it leaves. */
  Future<Response> send(Supplier<Request> request) {
    Letter letter = new Letter(request, Promise.promise());
    boolean first;
    synchronized (this) {
      first = waiting.isEmpty();
      waiting.add(letter);
    }
    if (first) {
      home.runOnContext(turn -> flush());
    }
    return letter.answer().future();
  }

  private void flush() {
    List<Letter> letters;
    synchronized (this) {
      letters = waiting;
      waiting = new ArrayList<>();
    }
    RedisConnection open = connection.get();
    if (open == null) {
      letters.forEach(letter -> letter.answer().fail(Outage.DOWN));
    } else if (letters.size() == 1) {
      alone(open, seal(letters.getFirst()));
    } else {
      together(open, letters.stream().map(Outbox::seal).toList());
    }
  }

  private static Sealed seal(Letter letter) {
    return new Sealed(letter.text().get(), letter.answer());
  }

  private static void together(RedisConnection open, List<Sealed> letters) {
    open.batch(letters.stream().map(Sealed::request).toList())
        .onSuccess(
            answers -> {
              for (int i = 0; i < answers.size(); i++) {
                letters.get(i).answer().complete(answers.get(i));
              }
            })
        .onFailure(refused -> letters.forEach(letter -> alone(open, letter)));
  }

  private static void alone(RedisConnection open, Sealed letter) {
    open.send(letter.request()).onComplete(letter.answer());
  }
}
