package io.lida.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the house is: health, figures, and what happened of late. */
public final class Monitor {
  private Monitor() {}

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The families of notices; {@code lida.events.<family>} carries one each. */
  public static final List<String> FAMILIES =
      List.of(
          "service",
          "health",
          "chaos",
          "autoscaler",
          "snapshot",
          "circuit",
          "run",
          "metrics",
          "alert");

  /** Notices of a family. */
  public static Topic<Notice> family(String name) {
    return new Topic<>("lida.events." + name, Notice.class);
  }

  /** The health of one node. */
  public static Ask<Check, Health> health(String node) {
    return new Ask<>("lida.node." + node + ".health", Check.class, Health.class, PATIENCE);
  }

  /** The figures of one node, in the text format of Prometheus. */
  public static Ask<Scrape, Figures> figures(String node) {
    return new Ask<>("lida.node." + node + ".figures", Scrape.class, Figures.class, PATIENCE);
  }

  /** What a node's engine is at. */
  public static Ask<Feel, Pulse> pulse(String node) {
    return new Ask<>("lida.node." + node + ".pulse", Feel.class, Pulse.class, PATIENCE);
  }

  /** Notices of the past, oldest first. */
  public static final Ask<Recall, History> HISTORY =
      new Ask<>("lida.monitor.history", Recall.class, History.class, Duration.ofSeconds(5));

  /** What should be rare and is only counted, told on the node where it happened. */
  public static final Topic<Mishap> MISHAPS = new Topic<>("lida.monitor.mishaps", Mishap.class);

  /** What each model call came to, told on the node that made it. */
  public static final Topic<Called> CALLED = new Topic<>("lida.llm.called", Called.class);

  /**
   * Something happened that an operator may want to know.
   *
   * @param name family and event, such as {@code run.completed} or {@code circuit.opened}
   * @param run the run it concerns, if one
   * @param tenant whose run it is; absent where no tenant is concerned
   * @param facts the rest, by name
   */
  public record Notice(
      String name,
      Instant at,
      String node,
      @Nullable String run,
      @Nullable String tenant,
      Map<String, String> facts) {
    public Notice {
      facts = Map.copyOf(facts);
    }

    /** The part of the name before the first dot. */
    public String family() {
      int dot = name.indexOf('.');
      return dot < 0 ? name : name.substring(0, dot);
    }
  }

  /**
   * A model call, told once when it ended, however it ended.
   *
   * @param outcome ok, or the name of the fault's code in lower case, such as {@code rate_limited}
   * @param tries how often the provider was reached
   * @param latencyMs of the whole call
   */
  public record Called(
      String provider, String model, String outcome, int tries, Usage usage, long latencyMs) {}

  /** Something that should be rare. */
  public record Mishap(Kind kind) {
    /** What it was. */
    public enum Kind {
      /** A question on the bus had no answer in time. */
      REQUEST_TIMED_OUT,
      /** A model call was asked again that an owner who is gone had asked before. */
      CALL_REPEATED
    }
  }

  /** Asks how a node is. */
  public record Check() {}

  /**
   * How a node is.
   *
   * @param live whether its event loops answer
   * @param ready whether it should be given work
   * @param started whether it has taken up what was left
   */
  public record Health(
      String node, boolean live, boolean ready, boolean started, List<Point> points) {
    public Health {
      points = List.copyOf(points);
    }
  }

  /** One thing that was looked at: store, leases, drain, loop, cluster. */
  public record Point(String name, boolean ok, String detail) {}

  /** Asks for figures. */
  public record Scrape() {}

  /** Figures as text. */
  public record Figures(String text) {}

  /** Asks for a pulse. */
  public record Feel() {}

  /**
   * What a node's engine is at.
   *
   * @param running runs that are worked on
   * @param queued runs that were accepted and wait for a place
   * @param places how many runs may be worked on at once
   * @param waiting how many runs may wait for a place
   * @param renewedMs how long ago its leases were last known to be its own
   * @param recovered whether the runs left by the dead have been looked for since it began
   */
  public record Pulse(
      int running,
      int queued,
      int places,
      int waiting,
      long renewedMs,
      boolean recovered,
      boolean draining) {}

  /**
   * Asks for notices.
   *
   * @param pattern a name, or a prefix and a star: {@code run.*}, {@code *}
   * @param tenant only what concerns this tenant; absent for all
   * @param limit the newest so many, 1 to 10,000
   */
  public record Recall(String pattern, @Nullable String tenant, int limit) {
    public Recall {
      int star = pattern.indexOf('*');
      if (star >= 0 && star < pattern.length() - 1) {
        throw new IllegalArgumentException("a star may only end a pattern: " + pattern);
      }
      if (limit < 1 || limit > 10_000) {
        throw new IllegalArgumentException("the limit is 1 to 10,000, not " + limit);
      }
    }

    /** Whether a notice is among those asked for. */
    public boolean wants(Notice notice) {
      boolean named =
          pattern.endsWith("*")
              ? notice.name().startsWith(pattern.substring(0, pattern.length() - 1))
              : notice.name().equals(pattern);
      return named && (tenant == null || tenant.equals(notice.tenant()));
    }
  }

  /** Notices, oldest first. */
  public record History(List<Notice> notices) {
    public History {
      notices = List.copyOf(notices);
    }
  }
}
