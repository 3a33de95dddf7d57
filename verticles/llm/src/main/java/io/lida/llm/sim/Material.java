package io.lida.llm.sim;

import io.lida.contract.Card;
import io.lida.contract.Card.Argument;
import io.lida.contract.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a card gives its speaker to argue with, the most relevant first.
 *
 * <p>A card without arguments argues from the meaning of the axes, on the side of its beliefs;
 * where it believes neither pole, it can state both.
 *
 * @param granted what can be conceded, in the order of the arguments
 * @param thin whether the card brought no arguments of its own
 */
record Material(List<Point> points, List<Granted> granted, boolean thin) {
  private static final double UNDECIDED = 0.15;

  /**
   * What an argument concedes; {@code direction} is that of the argument, not of the concession.
   */
  record Granted(String text, int argument, double direction, boolean relevant, boolean house) {}

  private record Weighed(Argument argument, double direction, double weight, boolean house) {}

  static Material of(Card card, Reading reading) {
    boolean thin = card.typicalArguments().isEmpty();
    List<Weighed> arguments = new ArrayList<>(thin ? house(card, reading) : own(card, reading));
    arguments.sort(Comparator.comparingDouble((Weighed weighed) -> -weighed.weight()));
    List<Point> points = new ArrayList<>();
    List<Granted> granted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Weighed weighed = arguments.get(i);
      Argument argument = weighed.argument();
      boolean relevant = weighed.weight() > 0;
      double direction = weighed.direction();
      boolean house = weighed.house();
      points.add(point(argument.claim(), argument.axis(), i, direction, relevant, true, house));
      for (String premise : argument.premises()) {
        points.add(point(premise, argument.axis(), i, direction, relevant, false, house));
      }
      if (!argument.concedes().isBlank()) {
        String text = Sentences.bare(argument.concedes());
        granted.add(new Granted(text, i, direction, relevant, house));
      }
    }
    points.removeIf(point -> point.text().isEmpty());
    return new Material(List.copyOf(points), List.copyOf(granted), thin);
  }

  private static Point point(
      String text,
      String axis,
      int argument,
      double direction,
      boolean relevant,
      boolean claim,
      boolean house) {
    String bare = Sentences.bare(text);
    return new Point(bare, axis, argument, direction, relevant, claim, house);
  }

  /** The card's arguments; where none of them carries its stance, also what its beliefs mean. */
  private static List<Weighed> own(Card card, Reading reading) {
    List<Weighed> arguments = new ArrayList<>();
    for (Argument argument : card.typicalArguments()) {
      double leaning = Axes.leaning(argument.axis(), card.belief(argument.axis()));
      arguments.add(weigh(argument, reading, leaning, false));
    }
    double stance = reading.stance(card);
    boolean carried =
        arguments.stream().anyMatch(own -> own.weight() > 0 && own.direction() * stance >= 0);
    if (!carried) {
      for (String axis : reading.axes().keySet()) {
        double leaning = Axes.leaning(axis, card.belief(axis));
        Axes.MEANING.house(axis, leaning > 0).stream()
            .map(argument -> weigh(argument, reading, leaning, true))
            .filter(house -> house.direction() * stance > 0)
            .forEach(arguments::add);
      }
    }
    return arguments;
  }

  private static List<Weighed> house(Card card, Reading reading) {
    List<Weighed> arguments = new ArrayList<>();
    for (String axis : Axes.MEANING.all()) {
      double leaning = Axes.leaning(axis, card.belief(axis));
      boolean decided = Math.abs(leaning) > UNDECIDED;
      if (leaning > 0 || !decided) {
        Axes.MEANING.house(axis, true).forEach(a -> arguments.add(weigh(a, reading, 1, true)));
      }
      if (leaning < 0 || !decided) {
        Axes.MEANING.house(axis, false).forEach(a -> arguments.add(weigh(a, reading, -1, true)));
      }
    }
    // An axis that is neither asked about nor believed in has no place in anyone's case.
    arguments.removeIf(
        weighed -> weighed.weight() == 0 && card.belief(weighed.argument().axis()) == 0.5);
    return arguments;
  }

  private static Weighed weigh(Argument argument, Reading reading, double leaning, boolean house) {
    double weight = reading.axes().getOrDefault(argument.axis(), 0.0);
    double direction = Math.abs(leaning) <= UNDECIDED ? 0 : weight * leaning;
    return new Weighed(argument, direction, Math.abs(weight), house);
  }

  /** The axes on which there is something to say. */
  Set<String> axes() {
    return points.stream().map(Point::axis).collect(Collectors.toUnmodifiableSet());
  }
}
