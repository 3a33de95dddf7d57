package io.lida.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + ID + "-00f067aa0ba902b7-01",
        "00-" + ID + "-00f067aa0ba902b7-00",
        "cc-" + ID + "-00f067aa0ba902b7-01-what-the-future-brings"
      })
  void aTraceparentSaysWhichTraceARequestBelongsTo(String traceparent) {
    assertEquals(Optional.of(new Trace(ID)), Trace.of(traceparent));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        ID,
        "00-" + ID,
        "ff-" + ID + "-00f067aa0ba902b7-01",
        "00-" + ID + "-00f067aa0ba902b7-01-more",
        "00-" + ID + "-0000000000000000-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-" + ID + "-00f067aa0ba902b7-01\r\nx: y"
      })
  void whatIsNoTraceparentIsIgnored(String header) {
    assertEquals(Optional.empty(), Trace.of(header));
  }

  @Test
  void aTraceIsThirtyTwoHexadecimalDigitsAndNotZero() {
    assertThrows(IllegalArgumentException.class, () -> new Trace("0".repeat(32)));
    assertThrows(IllegalArgumentException.class, () -> new Trace("x"));
    Random random = new Random(7);
    assertEquals(32, Trace.fresh(random).id().length());
    assertEquals(false, Trace.fresh(random).equals(Trace.fresh(random)));
  }

  @Test
  void aTraceIsCurrentWhileSomethingRunsUnderItAndNoLonger() {
    Trace trace = new Trace(ID);
    assertEquals(Optional.of(trace), trace.run(Trace::current));
    assertEquals(Optional.empty(), Trace.current());
  }

  @Test
  void aTraceThatAContextEnteredStaysWithItsCallbacksAndNoOther() {
    Vertx vertx = Vertx.vertx();
    try {
      Trace trace = new Trace(ID);
      var seen =
          io.vertx.core.Future.<Optional<Trace>>future(
              promise ->
                  vertx
                      .getOrCreateContext()
                      .runOnContext(
                          turn -> {
                            trace.enter();
                            vertx.setTimer(1, timer -> promise.complete(Trace.current()));
                          }));
      assertEquals(Optional.of(trace), seen.await());
      var other =
          io.vertx.core.Future.<Optional<Trace>>future(
              promise -> vertx.setTimer(1, timer -> promise.complete(Trace.current())));
      assertEquals(Optional.empty(), other.await());
    } finally {
      vertx.close().await();
    }
  }
}
