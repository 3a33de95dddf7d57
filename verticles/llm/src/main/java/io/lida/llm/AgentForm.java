package io.lida.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lida.contract.Agents;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What messages of agents must be. They come from outside, so nothing in them is believed: a field
 * may be missing that a record calls present. Pure functions.
 */
final class AgentForm {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");
  private static final String NAME_FORM = "1 to 64 of a to z, 0 to 9, dash and underscore";
  private static final Pattern TURN = Pattern.compile("[A-Za-z0-9._-]{1,200}");
  private static final Pattern VOTE = Pattern.compile("[a-z0-9_-]{1,40}");
  private static final int PROTOCOL = 1;
  private static final int LONGEST_TEXT = 64 * 1024;
  private static final int MOST_ITEMS = 20;
  private static final int LONGEST_ITEM = 2_000;

  private AgentForm() {}

  /**
   * The name of an agent or a person, as a model names it.
   *
   * @throws Fault INVALID when it is none
   */
  static String name(String name) {
    if (!isName(name)) {
      throw new Fault(
          FaultCode.INVALID,
          "\"" + name + "\" is no name of an agent or a person",
          "a name is " + NAME_FORM,
          "model: agent/skeptic");
    }
    return name;
  }

  static boolean isName(String name) {
    return fits(NAME, name);
  }

  /**
   * Checks a message.
   *
   * @throws Fault INVALID with a JSON pointer to what does not fit
   */
  static Agents.Join check(Agents.Join join) {
    require(fits(NAME, join.id()), "/id", "must be " + NAME_FORM);
    require(join.protocol() == PROTOCOL, "/protocol", "must be " + PROTOCOL);
    return join;
  }

  /** As {@link #check(Agents.Join)}. */
  static Agents.Submit check(Agents.Submit turn) {
    require(fits(TURN, turn.turnId()), "/turn_id", "must be the turn_id of a turn that is wanted");
    if (!Boolean.TRUE.equals(turn.pass())) {
      text(turn.text());
    }
    range("/stance", turn.stance(), -1);
    range("/confidence", turn.confidence(), 0);
    require(
        turn.vote() == null || fits(VOTE, turn.vote()),
        "/vote",
        "must be for, against or abstain, or the id of an option");
    require(
        turn.ballot() == null || turn.ballot().isObject(),
        "/ballot",
        "must be an object with what the prompt asks for");
    items("/concedes", turn.concedes());
    items("/cites", turn.cites());
    return turn;
  }

  private static void text(@Nullable String text) {
    require(text != null && !text.isBlank(), "/text", "must be there and not blank");
    int bytes = String.valueOf(text).getBytes(UTF_8).length;
    require(bytes <= LONGEST_TEXT, "/text", "must be at most 65536 bytes, is " + bytes);
  }

  private static void range(String pointer, @Nullable Double number, int least) {
    boolean within = number == null || (number >= least && number <= 1);
    require(within, pointer, "must be from " + least + " to 1, is " + number);
  }

  private static void items(String pointer, @Nullable List<String> items) {
    if (items == null) {
      return;
    }
    require(items.size() <= MOST_ITEMS, pointer, "must be at most " + MOST_ITEMS + " texts");
    for (int at = 0; at < items.size(); at++) {
      String item = items.get(at);
      require(
          item != null && item.length() <= LONGEST_ITEM,
          pointer + "/" + at,
          "must be text of at most " + LONGEST_ITEM + " characters");
    }
  }

  private static boolean fits(Pattern form, @Nullable String text) {
    return text != null && form.matcher(text).matches();
  }

  private static void require(boolean holds, String pointer, String otherwise) {
    if (!holds) {
      throw new Fault(
          FaultCode.INVALID,
          "the message is not of its form",
          pointer + ": " + otherwise,
          "conf/schema/turn.schema.json describes a turn");
    }
  }
}
