package io.lida.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a program in any language takes a seat: it joins under a name, hears on {@link #turns} when
 * it is to speak, and hands its turn in. A seat whose model is {@code agent/<name>} is spoken for
 * by it.
 *
 * <p>A person takes a seat whose model is {@code person/<name>}: whoever shows the run asks with
 * {@link #OWED} what the person is to say, and hands it in alike.
 *
 * <p>A turn is known by its id alone, which stays the same however often it is asked for, so an
 * agent may think for long, die, and come back.
 */
public final class Agents {
  /** How the model of a program's seat begins. */
  public static final String AGENT = "agent/";

  /** How the model of a person's seat begins. */
  public static final String PERSON = "person/";

  private Agents() {}

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Makes an agent known; what it still owes is told again on {@link #turns}. */
  public static final Ask<Join, Joined> JOIN =
      new Ask<>("lida.agents.join", Join.class, Joined.class, PATIENCE);

  /**
   * Hands a turn in. The first that fits counts, and is kept for a day whether or not its run is
   * worked on just now; the same turn again is answered the same. NOT_FOUND when nobody wants or
   * wanted it, CONFLICT when another text was taken, INVALID with a JSON pointer when it does not
   * fit.
   */
  public static final Ask<Submit, Submitted> SUBMIT =
      new Ask<>("lida.turns.submit", Submit.class, Submitted.class, PATIENCE);

  /** What a person owes in a run, oldest first; known for as long as it is waited for. */
  public static final Ask<Seat, Owed> OWED =
      new Ask<>("lida.turns.owed", Seat.class, Owed.class, PATIENCE);

  /** Lists the agents seen within a day, by name. */
  public static final Ask<Query, Attached> LIST =
      new Ask<>("lida.agents.list", Query.class, Attached.class, PATIENCE);

  /** Makes a token by which a program comes in as one agent; answered by a server elsewhere. */
  public static final Ask<Admit, Admitted> TOKEN =
      new Ask<>("lida.agents.token", Admit.class, Admitted.class, PATIENCE);

  /** An agent came, or handed in a turn: whoever waits for it looks again. */
  public static final Topic<Heard> HEARD = new Topic<>("lida.agents.heard", Heard.class);

  /**
   * The turns an agent is to take; one that is still owed is told again now and then, and whenever
   * the agent joins. So an agent keeps what it has said, and says it again without thinking again.
   * Agents of one name in two tenants never hear each other's.
   */
  public static Topic<Wanted> turns(String tenant, String agent) {
    String name = tenant.equals(Runs.HOME_TENANT) ? agent : tenant + "." + agent;
    return new Topic<>("lida.agent." + name + ".turn", Wanted.class);
  }

  /** Whether a model is a person. */
  public static boolean isPerson(@Nullable String model) {
    return model != null && model.startsWith(PERSON);
  }

  /** As whom a person hands turns in; no program can have this name. */
  public static String inPerson(String name) {
    return "person." + name;
  }

  /**
   * An agent comes, or comes back.
   *
   * @param tenant set by who let it in, never by itself; absent for {@link Runs#HOME_TENANT}
   * @param id its name: lower-case letters, digits, dash and underscore, at most 64
   * @param protocol 1
   */
  public record Join(@Nullable String tenant, String id, int protocol) {}

  /** It is known; so many turns wait for it. */
  public record Joined(String id, int waiting) {}

  /**
   * A turn is wanted.
   *
   * @param turnId to be named when the turn is handed in
   * @param kind turn, vote, moderation, nomination, probe or move
   * @param seconds how long it is waited for from now
   * @param prompt what a text model would read; {@code brief} says the same as data
   */
  public record Wanted(
      String turnId,
      String agent,
      String run,
      String kind,
      int seconds,
      Llm.Prompt prompt,
      Llm.Brief brief) {
    /** The same turn, waited for as long as this from now. */
    public Wanted within(Duration left) {
      int rounded = (int) Math.ceilDiv(left.toMillis(), 1000L);
      return new Wanted(turnId, agent, run, kind, rounded, prompt, brief);
    }
  }

  /**
   * A turn, handed in.
   *
   * @param tenant set by who let the agent in, never by itself; absent for {@link Runs#HOME_TENANT}
   * @param agent set by who let the agent in: the only one whose turn this may be, a person's as
   *     {@link #inPerson}; absent where it may be that of any agent of the tenant
   * @param text what is said; for a vote, the reason
   * @param stance -1 (no) to 1 (yes); if absent as in the seat's last turn, and 0 before any
   * @param confidence 0 to 1; 0.5 if absent
   * @param vote for, against or abstain, or the option chosen; only for a vote, and read from the
   *     stance if absent
   * @param ballot a vote on options, a move in a game or beliefs on axes, in the fields that the
   *     prompt asks for
   * @param pass true to stay silent at once; nothing else need be there then
   */
  public record Submit(
      @Nullable String tenant,
      @Nullable String agent,
      String turnId,
      String text,
      @Nullable Double stance,
      @Nullable Double confidence,
      @Nullable String vote,
      @Nullable JsonNode ballot,
      @Nullable List<String> concedes,
      @Nullable List<String> cites,
      @Nullable Boolean pass) {}

  /** It was taken. */
  public record Submitted(String turnId) {}

  /** An agent was heard of; {@code turnId} is the turn it handed in, absent when it came. */
  public record Heard(String tenant, String agent, @Nullable String turnId) {}

  /** A person's seat in a run; the tenant is absent for {@link Runs#HOME_TENANT}. */
  public record Seat(@Nullable String tenant, String run, String person) {}

  /** What is owed; {@code seconds} of each are those that are left. */
  public record Owed(List<Wanted> turns) {
    public Owed {
      turns = List.copyOf(turns);
    }
  }

  /** Asks for the agents of a tenant. */
  public record Query(String tenant) {}

  /** Asks for a token of an agent, by its name. */
  public record Admit(String agent) {}

  /** A token, where to come in with it, and from when on it is void. */
  public record Admitted(String agent, String token, String url, Instant expires) {}

  /** The agents, by name. */
  public record Attached(List<Agent> agents) {
    public Attached {
      agents = List.copyOf(agents);
    }
  }

  /** An agent, when it was last heard of, and how many turns it owes. */
  public record Agent(String id, Instant seen, int waiting) {}
}
