package io.lida.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the keeper of the persona cards can be asked. */
public final class Personas {
  private Personas() {}

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Lists cards. */
  public static final Ask<Query, Listing> LIST =
      new Ask<>("lida.personas.list", Query.class, Listing.class, PATIENCE);

  /** Shows one card whole. */
  public static final Ask<Show, Card> SHOW =
      new Ask<>("lida.personas.show", Show.class, Card.class, PATIENCE);

  /** Finds the cards for the seats of a scenario, with stand-ins where there is none. */
  public static final Ask<Cast, Seated> CAST =
      new Ask<>("lida.personas.cast", Cast.class, Seated.class, PATIENCE);

  /** Makes a changed copy of a card, which keeps its lineage. */
  public static final Ask<Fork, Forked> FORK =
      new Ask<>("lida.personas.fork", Fork.class, Forked.class, PATIENCE);

  /** Reads cards critically. */
  public static final Ask<Check, Checked> CHECK =
      new Ask<>("lida.personas.check", Check.class, Checked.class, PATIENCE);

  /** Computes the numbers of the panel's cards anew from the grid. */
  public static final Ask<Recompute, Recomputed> RECOMPUTE =
      new Ask<>("lida.personas.recompute", Recompute.class, Recomputed.class, PATIENCE);

  /**
   * Which cards; an absent filter lets all pass.
   *
   * @param topic what they know something of, an id of {@code personas/topics.json}
   * @param region a word or more of where they come from
   * @param text words of the id, the name, the summary or the topics
   * @param team whether the roles of workflows are meant, and not the panel with the user's own
   */
  public record Query(
      @Nullable String constituency,
      @Nullable String disposition,
      @Nullable String topic,
      @Nullable String region,
      @Nullable String text,
      boolean team) {
    /** The panel and the user's own cards. */
    public static final Query ALL = new Query(null, null, null, null, null, false);
  }

  /** The cards found, by id, and the files that were refused. */
  public record Listing(List<Entry> personas, List<Problem> refused) {}

  /** A card in one line; {@code origin} is shipped, team or own. */
  public record Entry(
      String id,
      String name,
      String constituency,
      String disposition,
      String summary,
      String region,
      List<Card.Expertise> expertise,
      Map<String, Double> beliefs,
      @Nullable String parent,
      String origin) {}

  /** Asks for a card by its id. */
  public record Show(String id) {}

  /** Asks for cards by the participants of a scenario, in order. */
  public record Cast(List<Scenario.Participant> participants) {}

  /** The cards in the order asked, and what must be said about them. */
  public record Seated(List<Card> cards, List<String> notes) {}

  /**
   * Asks for a fork.
   *
   * @param parent the card to copy
   * @param id the new card's id
   * @param changes new values by JSON pointer, such as {@code /beliefs/pace/value}
   */
  public record Fork(String parent, String id, Map<String, JsonNode> changes) {}

  /** The forked card, what differs from its parent, and the file it was written to. */
  public record Forked(Card card, List<Card.Change> difference, String file) {}

  /** Asks for all cards to be checked, or one file, given by its path or its content. */
  public record Check(@Nullable String file, @Nullable String content) {}

  /** How many files were read, and what is wrong with them. */
  public record Checked(int files, List<Problem> problems) {}

  /** Asks for numbers from the grid; a rehearsal writes nothing. */
  public record Recompute(boolean rehearsal) {}

  /** How many cards were read, and which of their numbers were not those of the grid. */
  public record Recomputed(int files, List<Renumbered> changes) {}

  /** A number of a card, by JSON pointer, as it was and as the grid has it. */
  public record Renumbered(String file, String pointer, double from, double to) {}

  /** What is wrong where: a file, a JSON pointer into it, and the reason. */
  public record Problem(String file, String pointer, String reason) {}
}
