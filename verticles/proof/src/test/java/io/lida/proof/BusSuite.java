package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas;
import io.lida.contract.Runs;
import io.lida.contract.Topic;
import io.lida.contract.Trace;
import io.lida.testkit.Node;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the bus promises, whether asker and answerer share a node or not. */
abstract class BusSuite {
  private static final Ask<Runs.Remove, Runs.Removed> ECHO =
      new Ask<>("lida.test.echo", Runs.Remove.class, Runs.Removed.class, Duration.ofSeconds(5));
  private static final Ask<Runs.Remove, Runs.Removed> SILENT =
      new Ask<>("lida.test.silent", Runs.Remove.class, Runs.Removed.class, Duration.ofMillis(200));
  private static final Ask<Runs.Remove, Runs.Removed> NOBODY =
      new Ask<>("lida.test.nobody", Runs.Remove.class, Runs.Removed.class, Duration.ofSeconds(5));
  private static final Topic<Personas.Problem> FACTS =
      new Topic<>("lida.test.facts", Personas.Problem.class);

  /** Where questions are asked. */
  abstract Node asker();

  /** Where they are answered. */
  abstract Node answerer();

  private Runs.Removed ask(Ask<Runs.Remove, Runs.Removed> ask, String run) {
    return asker().ask(ask, new Runs.Remove(run));
  }

  private Fault fault(Ask<Runs.Remove, Runs.Removed> ask) {
    return assertThrows(Fault.class, () -> ask(ask, "x"));
  }

  private <Q, A> void serve(
      Ask<Q, A> ask, int atOnce, java.util.function.Function<Q, Future<A>> handler) {
    Node.await(answerer().bus().serve(ask, atOnce, handler));
    settle(ask.address());
  }

  /** Waits until the asker's node has heard of an address on the other. */
  abstract void settle(String address);

  @Test
  void aQuestionIsAnswered() {
    serve(ECHO, 1, question -> Future.succeededFuture(new Runs.Removed(question.run())));
    assertEquals(new Runs.Removed("k3"), ask(ECHO, "k3"));
  }

  @Test
  void aFaultArrivesInItsFourParts() {
    serve(
        ECHO,
        1,
        question ->
            Future.failedFuture(new Fault(FaultCode.CONFLICT, "taken", "by ada", "ask later")));
    Fault fault = fault(ECHO);
    assertEquals(
        "CONFLICT taken|by ada|ask later",
        fault.code() + " " + fault.title() + "|" + fault.detail() + "|" + fault.fix());
  }

  @Test
  void aHandlerThatThrowsIsAFaultAndNotSilence() {
    serve(
        ECHO,
        1,
        question -> {
          throw new IllegalStateException("the cellar is flooded");
        });
    Fault fault = fault(ECHO);
    assertEquals(FaultCode.INTERNAL, fault.code());
    assertTrue(!fault.title().contains("cellar"), fault.title());
  }

  @Test
  void aRefusedArgumentIsInvalid() {
    serve(
        ECHO,
        1,
        question -> {
          throw new IllegalArgumentException("run must be short");
        });
    assertEquals(FaultCode.INVALID, fault(ECHO).code());
  }

  @Test
  void silenceEndsWithThePatienceOfTheAsk() {
    serve(SILENT, 1, question -> Promise.<Runs.Removed>promise().future());
    assertEquals(FaultCode.TIMEOUT, fault(SILENT).code());
  }

  @Test
  void anAddressWithoutAnybodyIsAbsentAtOnce() {
    assertEquals(FaultCode.ABSENT, fault(NOBODY).code());
  }

  @Test
  void asManyQuestionsAreInHandAsTheServerSays() {
    AtomicInteger inHand = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Queue<Promise<Runs.Removed>> held = new ConcurrentLinkedQueue<>();
    serve(
        ECHO,
        3,
        question -> {
          most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
          Promise<Runs.Removed> answer = Promise.promise();
          held.add(answer);
          return answer.future();
        });
    List<Future<Runs.Removed>> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      answers.add(asker().bus().request(ECHO, new Runs.Remove("r" + i)));
    }
    for (int i = 0; i < 12; i++) {
      int due = Math.min(3, 12 - i);
      Node.until("all it may have in hand", () -> held.size() >= due);
      inHand.decrementAndGet();
      held.remove().complete(new Runs.Removed("done"));
    }
    Node.await(Future.all(answers));
    assertEquals(3, most.get());
  }

  @Test
  void aVirtualThreadThatAwaitsDoesNotHoldUpTheNextQuestion() {
    Queue<Promise<Runs.Removed>> held = new ConcurrentLinkedQueue<>();
    VerticleBase awaiting =
        new VerticleBase() {
          @Override
          public Future<?> start() {
            return Bus.on(vertx)
                .serve(
                    ECHO,
                    8,
                    question -> {
                      Promise<Runs.Removed> answer = Promise.promise();
                      held.add(answer);
                      return Future.succeededFuture(answer.future().await());
                    });
          }
        };
    answerer()
        .deploy(awaiting, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
    settle(ECHO.address());
    List<Future<Runs.Removed>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      answers.add(asker().bus().request(ECHO, new Runs.Remove("r" + i)));
    }
    Node.until("all eight in hand at once", () -> held.size() == 8);
    held.forEach(answer -> answer.complete(new Runs.Removed("done")));
    Node.await(Future.all(answers));
  }

  @Test
  void theTraceOfAQuestionIsCurrentWhereItIsAnsweredAndGoesOnFromThere() {
    Trace trace = Trace.fresh(new Random(7));
    Ask<Runs.Remove, Runs.Removed> next =
        new Ask<>("lida.test.next", Runs.Remove.class, Runs.Removed.class, Duration.ofSeconds(5));
    serve(next, 1, question -> Future.succeededFuture(new Runs.Removed(current())));
    answerer()
        .deploy(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                Bus bus = Bus.on(vertx);
                return bus.serve(
                    ECHO,
                    1,
                    question ->
                        bus.request(next, question)
                            .map(removed -> new Runs.Removed(removed.run() + " " + current())));
              }
            });
    settle(ECHO.address());
    Runs.Removed answer =
        Node.await(trace.run(() -> asker().bus().request(ECHO, new Runs.Remove("x"))));
    assertEquals(trace.id() + " " + trace.id(), answer.run());
    assertEquals("none none", ask(ECHO, "x").run());
  }

  @Test
  void questionsThatAreAnsweredAtOnceOnVirtualThreadsKeepTheirOwnTraces() {
    Queue<Promise<Void>> held = new ConcurrentLinkedQueue<>();
    answerer()
        .deploy(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                return Bus.on(vertx)
                    .serve(
                        ECHO,
                        8,
                        question -> {
                          String before = current();
                          Promise<Void> wait = Promise.promise();
                          held.add(wait);
                          wait.future().await();
                          return Future.succeededFuture(new Runs.Removed(before + " " + current()));
                        });
              }
            },
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
    settle(ECHO.address());
    Random random = new Random(7);
    List<Trace> traces = new ArrayList<>();
    List<Future<Runs.Removed>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Trace trace = Trace.fresh(random);
      traces.add(trace);
      answers.add(trace.run(() -> asker().bus().request(ECHO, new Runs.Remove("x"))));
    }
    Node.until("all eight in hand at once", () -> held.size() == 8);
    held.forEach(Promise::complete);
    for (int i = 0; i < 8; i++) {
      String id = traces.get(i).id();
      assertEquals(id + " " + id, Node.await(answers.get(i)).run());
    }
  }

  private static String current() {
    return Trace.current().map(Trace::id).orElse("none");
  }

  @Test
  void whatIsToldHereStaysHere() {
    Queue<Personas.Problem> here = answerer().listen(FACTS);
    Queue<Personas.Problem> there = asker().listen(FACTS);
    settle(FACTS.address());
    answerer().bus().tellHere(FACTS, new Personas.Problem("here.json", "", ""));
    answerer().bus().tell(FACTS, new Personas.Problem("all.json", "", ""));
    Node.until("both have heard", () -> here.size() == 2 && !there.isEmpty());
    assertEquals(asker() == answerer() ? 2 : 1, there.size());
  }

  @Test
  void factsReachAllWhoFollow() {
    Queue<Personas.Problem> here = asker().listen(FACTS);
    Queue<Personas.Problem> there = answerer().listen(FACTS);
    settle(FACTS.address());
    Personas.Problem fact = new Personas.Problem("a.json", "/name", "missing");
    answerer().bus().tell(FACTS, fact);
    Node.until("both have heard", () -> here.contains(fact) && there.contains(fact));
  }

  @Test
  void aClosedSubscriptionHearsNoMore() {
    Queue<Personas.Problem> heard = new ConcurrentLinkedQueue<>();
    Bus.Subscription subscription = asker().bus().follow(FACTS, heard::add);
    Node.await(subscription.ready());
    subscription.close();
    Queue<Personas.Problem> other = asker().listen(FACTS);
    settle(FACTS.address());
    asker().bus().tell(FACTS, new Personas.Problem("b.json", "", ""));
    Node.until("the other has heard", () -> !other.isEmpty());
    assertTrue(heard.isEmpty());
  }

  @Test
  void foreignJsonIsBoundToTheQuestion() {
    serve(ECHO, 1, question -> Future.succeededFuture(new Runs.Removed(question.run())));
    Context context = asker().vertx().getOrCreateContext();
    Future<Object> reply =
        Future.future(
            promise ->
                context.runOnContext(
                    go ->
                        asker()
                            .vertx()
                            .eventBus()
                            .request(
                                ECHO.address(),
                                new io.vertx.core.json.JsonObject().put("run", "k4"))
                            .<Object>map(message -> message.body())
                            .onComplete(promise)));
    assertTrue(String.valueOf(Node.await(reply)).contains("k4"));
  }
}
