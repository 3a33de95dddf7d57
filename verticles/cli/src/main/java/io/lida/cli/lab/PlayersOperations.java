package io.lida.cli.lab;

import static io.lida.cli.lab.Field.optional;
import static io.lida.cli.lab.Field.required;
import static io.lida.cli.lab.GameFields.DILEMMA;
import static io.lida.cli.lab.GameFields.LAMBDA;
import static io.lida.cli.lab.GameFields.POPULATION;
import static io.lida.cli.lab.GameFields.answer;
import static io.lida.cli.lab.GameFields.dilemma;
import static io.lida.cli.lab.GameFields.lambda;
import static io.lida.cli.lab.GameFields.payoff;
import static io.lida.cli.lab.GameFields.population;
import static io.lida.cli.lab.GameFields.with;

import io.lida.science.games.IteratedDominance;
import io.lida.science.games.NormalForm;
import io.lida.science.games.QuantalResponse;
import io.lida.science.games.SmallMutation;
import io.lida.science.games.Tournament;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Games of more than two, tournaments, and populations of many strategies. */
final class PlayersOperations {
  private static final List<Field> GAME =
      List.of(
          required("actions", "[number]", "how many each player has"),
          required(
              "payoffs",
              "[[number]]",
              "of each player by profile, the last player's action running fastest"));

  private PlayersOperations() {}

  static List<Operation> all() {
    return List.of(
        new Operation(
            "pure_nash",
            "the profiles of pure actions in which nobody gains by another",
            "Nash 1950",
            GAME,
            given -> game(given).pureEquilibria()),
        new Operation(
            "iterated_dominance",
            "the actions of each player that survive the elimination of dominated ones",
            "Bernheim 1984; Pearce 1984",
            GAME,
            given -> IteratedDominance.survivors(game(given))),
        new Operation(
            "logit_qre_players",
            "logit quantal response of any number of players: the shares of each",
            "McKelvey and Palfrey 1995; Turocy 2005",
            with(GAME, LAMBDA),
            PlayersOperations::quantalResponse),
        new Operation(
            "dilemma_tournament",
            "what strategies with a memory of one round expect from each other in a repeated"
                + " dilemma: the payoffs of each pair, and the mean over all",
            "Axelrod 1984; Nowak and Sigmund 1992, 1993",
            with(
                DILEMMA,
                required("players", "[string]", "of allc, alld, tft, gtft, wsls, grim"),
                required("rounds", "number", "1 to 100,000"),
                optional("error", "number", "the chance of a slip, 0 to 1/2; 0 if left out")),
            PlayersOperations::tournament),
        new Operation(
            "small_mutation",
            "the share of time a population spends with each strategy when newcomers are rare",
            "Fudenberg and Imhof 2006",
            POPULATION,
            given ->
                SmallMutation.shares(payoff(given), population(given), given.at("beta").number())));
  }

  private static NormalForm game(Given given) {
    return new NormalForm(
        given.at("actions").list().stream().mapToInt(one -> one.whole(1, 100_000)).toArray(),
        given.at("payoffs").refusing("invalid_game").list().stream()
            .map(Given::vector)
            .toArray(double[][]::new));
  }

  private static Object quantalResponse(Given given) {
    QuantalResponse response = QuantalResponse.logit(game(given), lambda(given));
    return answer(response.shares(), response);
  }

  private static Object tournament(Given given) {
    List<Tournament.Player> players =
        given.at("players").list().stream()
            .map(one -> one.choice(Tournament.Player.class))
            .toList();
    Tournament played =
        Tournament.of(
            dilemma(given),
            players,
            given.at("rounds").whole(1, 100_000),
            given.number("error", 0));
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("players", players.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
    table.put("payoffs", played.payoffs());
    table.put("scores", played.scores());
    return table;
  }
}
