package io.lida.cli.lab;

import static io.lida.cli.lab.Field.required;
import static io.lida.cli.lab.GameFields.DILEMMA;
import static io.lida.cli.lab.GameFields.LAMBDA;
import static io.lida.cli.lab.GameFields.PAYOFF;
import static io.lida.cli.lab.GameFields.POPULATION;
import static io.lida.cli.lab.GameFields.answer;
import static io.lida.cli.lab.GameFields.dilemma;
import static io.lida.cli.lab.GameFields.lambda;
import static io.lida.cli.lab.GameFields.payoff;
import static io.lida.cli.lab.GameFields.population;
import static io.lida.cli.lab.GameFields.with;

import io.lida.science.games.Bimatrix;
import io.lida.science.games.Commitment;
import io.lida.science.games.Correlated;
import io.lida.science.games.Dominance;
import io.lida.science.games.Fixation;
import io.lida.science.games.Nash;
import io.lida.science.games.QuantalResponse;
import io.lida.science.games.Replicator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Games in normal form, played once, again and again, or by whole populations. */
final class GameOperations {
  private static final List<Field> GAME =
      List.of(
          required("row", "[[number]]", "what the row player gets"),
          required("column", "[[number]]", "what the column player gets"));

  private GameOperations() {}

  static List<Operation> all() {
    return Stream.concat(normalForm().stream(), Stream.concat(played().stream(), models()))
        .toList();
  }

  private static Stream<Operation> models() {
    return Stream.concat(PlayersOperations.all().stream(), RaceOperations.all().stream());
  }

  private static List<Operation> normalForm() {
    return List.of(
        new Operation(
            "nash_all",
            "all Nash equilibria of two players",
            "Nash 1950; von Stengel in Nisan et al. 2007",
            GAME,
            GameOperations::nash),
        new Operation(
            "risk_dominant",
            "which equilibrium of a 2x2 game is safer, and which better for both",
            "Harsanyi and Selten 1988",
            GAME,
            given -> {
              Dominance dominance = Dominance.of(game(given));
              return ordered(
                  "equilibrium", dominance.riskDominant(),
                  "payoff_dominant", dominance.payoffDominant());
            }),
        new Operation(
            "stackelberg_bimatrix",
            "the mixed strategy a leader binds itself to",
            "Conitzer and Sandholm 2006",
            GAME,
            given -> Commitment.best(game(given))),
        new Operation(
            "correlated_max_welfare",
            "the correlated equilibrium that is best for both together",
            "Aumann 1974, 1987",
            GAME,
            given -> Correlated.best(game(given))),
        new Operation(
            "is_correlated_equilibrium",
            "whether nobody gains by not following such advice",
            "Aumann 1974, 1987",
            with(GAME, required("distribution", "[[number]]", "of pairs of actions, sums to 1")),
            given ->
                Correlated.is(
                    game(given),
                    given.at("distribution").refusing("invalid_probability").matrix())),
        new Operation(
            "logit_qre",
            "logit quantal response: of a 2x2 game each player's share of the first action, else"
                + " the row player's shares and then the column player's",
            "McKelvey and Palfrey 1995; Turocy 2005",
            with(GAME, LAMBDA),
            GameOperations::quantalResponse));
  }

  private static List<Operation> played() {
    return List.of(
        new Operation(
            "grim_trigger_threshold",
            "the least discount factor at which grim trigger sustains cooperation",
            "Friedman 1971",
            DILEMMA,
            given -> dilemma(given).grimTrigger()),
        new Operation(
            "tit_for_tat_threshold",
            "the least discount factor at which tit for tat does",
            "Axelrod 1984",
            DILEMMA,
            given -> dilemma(given).titForTat()),
        new Operation(
            "replicator_fixed_points",
            "the mixture in which all strategies earn the same, and what is stable",
            "Taylor and Jonker 1978; Hofbauer and Sigmund 1998",
            List.of(PAYOFF),
            given -> {
              Replicator replicator = new Replicator(payoff(given));
              return ordered(
                  "interior", replicator.interior().orElse(new double[0]),
                  "stable", replicator.stable().name().toLowerCase(Locale.ROOT));
            }),
        new Operation(
            "replicator_integrate",
            "the mixture after some time",
            "Taylor and Jonker 1978",
            List.of(
                PAYOFF,
                required("x0", "[number]", "shares at the start"),
                required("t", "number", "how long, to 10,000")),
            given ->
                new Replicator(payoff(given))
                    .after(
                        given.at("x0").refusing("invalid_probability").vector(),
                        given.at("t").number())),
        new Operation(
            "fermi_fixation",
            "the chance that one newcomer takes over a population",
            "Traulsen, Nowak and Pacheco 2006",
            POPULATION,
            given -> Fixation.fermi(payoff(given), population(given), given.at("beta").number())));
  }

  private static Object nash(Given given) {
    Nash nash = Nash.all(game(given));
    return new Answer(
        nash.equilibria(), nash.degenerate() ? List.of("degenerate=true") : List.of());
  }

  private static Object quantalResponse(Given given) {
    Bimatrix game = game(given);
    QuantalResponse response = QuantalResponse.logit(game, lambda(given));
    List<Double> shares = new ArrayList<>();
    boolean twoByTwo = response.x().length == 2 && response.y().length == 2;
    for (double[] player : List.of(response.x(), response.y())) {
      for (int action = 0; action < (twoByTwo ? 1 : player.length); action++) {
        shares.add(player[action]);
      }
    }
    return answer(shares, response);
  }

  private static Bimatrix game(Given given) {
    return new Bimatrix(
        given.at("row").refusing("invalid_game").matrix(),
        given.at("column").refusing("invalid_game").matrix());
  }

  private static Map<String, Object> ordered(
      String first, Object one, String second, Object other) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(first, one);
    values.put(second, other);
    return values;
  }
}
