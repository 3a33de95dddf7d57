package io.lida.contract;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The typed event bus, and the only class that touches the untyped one.
 *
 * <p>Delivery is at most once: a question may be lost, and so may its answer. Every handler is
 * therefore idempotent, and a {@link FaultCode#TIMEOUT} means "perhaps never started, perhaps
 * done". Thread-safe.
 */
public final class Bus {
  private static final Logger LOG = System.getLogger(Bus.class.getName());

  /** Never changed, so that all may share it. */
  private static final DeliveryOptions HERE = new DeliveryOptions().setLocalOnly(true);

  private final Vertx vertx;
  private final EventBus events;

  private Bus(Vertx vertx) {
    this.vertx = vertx;
    this.events = vertx.eventBus();
  }

  /** The bus of this Vert.x instance, able to carry the contract's records. */
  public static Bus on(Vertx vertx) {
    Bus bus = new Bus(vertx);
    try {
      bus.events.registerCodec(new RecordCodec());
      bus.events.codecSelector(RecordCodec::select);
    } catch (IllegalStateException registeredBefore) {
      LOG.log(Level.TRACE, "the record codec is in place");
    }
    return bus;
  }

  /**
   * Asks, under the current {@link Trace} if there is one, and completes with the answer or fails
   * with a {@link Fault} within the ask's patience.
   */
  public <Q, A> Future<A> request(Ask<Q, A> ask, Q question) {
    DeliveryOptions delivery = new DeliveryOptions().setSendTimeout(ask.patience().toMillis());
    Trace trace = Trace.here();
    if (trace != null) {
      delivery.addHeader(Trace.HEADER, trace.id());
    }
    return events
        .request(ask.address(), question, delivery)
        .map(reply -> Wire.bind(reply.body(), ask.answer()))
        .recover(this::unanswered);
  }

  private <A> Future<A> unanswered(Throwable cause) {
    if (cause instanceof ReplyException reply && reply.failureType() == ReplyFailure.TIMEOUT) {
      tellHere(Monitor.MISHAPS, new Monitor.Mishap(Monitor.Mishap.Kind.REQUEST_TIMED_OUT));
    }
    return Future.failedFuture(Fault.of(cause));
  }

  /**
   * Answers questions, at most {@code atOnce} in flight; what the handler throws, or fails with,
   * travels back as a {@link Fault}.
   *
   * @param atOnce 1 makes the address an actor's mailbox, more a pool of workers; up to 1,000
   *     further questions wait, and what comes after those is dropped and times out at the asker
   * @return completes when the address is known to the whole cluster
   */
  public <Q, A> Future<Void> serve(Ask<Q, A> ask, int atOnce, Function<Q, Future<A>> handler) {
    MessageConsumer<Object> inbox = events.consumer(ask.address());
    boolean loop = vertx.getOrCreateContext().isEventLoopContext();
    inbox.pause();
    inbox.handler(
        message -> {
          if (loop) {
            answer(message, ask, handler, inbox);
          } else {
            // A consumer whose handler awaits is serial; handing the message on frees it for the
            // next. The context is this message's own.
            Vertx.currentContext().runOnContext(turn -> answer(message, ask, handler, inbox));
          }
        });
    inbox.fetch(atOnce);
    return inbox.completion();
  }

  private static <Q, A> void answer(
      Message<Object> message,
      Ask<Q, A> ask,
      Function<Q, Future<A>> handler,
      MessageConsumer<Object> inbox) {
    Trace.known(message.headers().get(Trace.HEADER)).ifPresent(Trace::enter);
    Future<A> answer;
    try {
      answer = handler.apply(Wire.bind(message.body(), ask.question()));
    } catch (Exception thrown) {
      answer = Future.failedFuture(thrown);
    }
    answer.onComplete(
        outcome -> {
          inbox.fetch(1);
          if (outcome.succeeded()) {
            message.reply(outcome.result());
          } else {
            fail(message, ask, outcome.cause());
          }
        });
  }

  private static void fail(Message<Object> message, Ask<?, ?> ask, Throwable cause) {
    Fault fault = Fault.of(cause);
    if (fault.code() == FaultCode.INTERNAL && fault != cause) {
      LOG.log(Level.ERROR, "unforeseen failure while answering " + ask.address(), cause);
    }
    message.fail(fault.code().number(), Wire.text(fault));
  }

  /** Tells a fact to whoever follows the topic now. */
  public <E> void tell(Topic<E> topic, E event) {
    events.publish(topic.address(), event);
  }

  /** Tells a fact to those who follow the topic on this node; between nodes it does not travel. */
  public <E> void tellHere(Topic<E> topic, E event) {
    events.publish(topic.address(), event, HERE);
  }

  /** Follows a topic until the subscription is closed; a handler that throws is logged. */
  public <E> Subscription follow(Topic<E> topic, Consumer<E> handler) {
    MessageConsumer<Object> inbox = events.consumer(topic.address());
    inbox.handler(
        message -> {
          try {
            handler.accept(Wire.bind(message.body(), topic.event()));
          } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "unforeseen failure while following " + topic.address(), failure);
          }
        });
    return new Subscription(inbox);
  }

  /** A subscription to a topic; ends when closed. */
  public static final class Subscription implements AutoCloseable {
    private final MessageConsumer<Object> inbox;

    private Subscription(MessageConsumer<Object> inbox) {
      this.inbox = inbox;
    }

    /** Completes when facts told from now on arrive. */
    public Future<Void> ready() {
      return inbox.completion();
    }

    /** Ends the subscription; facts under way may still arrive. */
    @Override
    public void close() {
      inbox.unregister();
    }
  }
}
