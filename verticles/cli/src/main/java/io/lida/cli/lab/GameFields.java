package io.lida.cli.lab;

import static io.lida.cli.lab.Field.required;

import io.lida.science.games.QuantalResponse;
import io.lida.science.games.RepeatedDilemma;
import java.util.List;
import java.util.stream.Stream;

/** What several operations on games are given, and how they read it. */
final class GameFields {
  static final List<Field> DILEMMA =
      List.of(
          required("T", "number", "temptation"),
          required("R", "number", "reward"),
          required("P", "number", "punishment"),
          required("S", "number", "sucker's payoff"));
  static final Field PAYOFF =
      required("payoff", "[[number]]", "what the row earns when it meets the column");
  static final List<Field> POPULATION =
      List.of(
          PAYOFF,
          required("N", "number", "how many there are"),
          required("beta", "number", "how much earning decides"));
  static final Field LAMBDA = required("lambda", "number", "how much an error costs, at least 0");

  private static final int LARGEST_POPULATION = 1_000_000;

  private GameFields() {}

  static List<Field> with(List<Field> fields, Field... more) {
    return Stream.concat(fields.stream(), Stream.of(more)).toList();
  }

  static RepeatedDilemma dilemma(Given given) {
    return new RepeatedDilemma(
        given.at("T").number(),
        given.at("R").number(),
        given.at("P").number(),
        given.at("S").number());
  }

  static double[][] payoff(Given given) {
    return given.at("payoff").refusing("invalid_game").matrix();
  }

  static int population(Given given) {
    return given.at("N").whole(2, LARGEST_POPULATION);
  }

  static double lambda(Given given) {
    return given.at("lambda").number();
  }

  /** An answer to a quantal response, which says so where the solution was not reached. */
  static Answer answer(Object value, QuantalResponse response) {
    return new Answer(
        value,
        response.converged()
            ? List.of()
            : List.of("converged=false", "lambda=" + response.lambda()));
  }
}
