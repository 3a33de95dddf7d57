package io.lida.cli.lab;

import static io.lida.cli.lab.Field.optional;
import static io.lida.cli.lab.Field.required;

import io.lida.science.games.Contest;
import io.lida.science.games.ExportControl;
import io.lida.science.games.Oligopoly;
import io.lida.science.games.PrecipiceRace;
import io.lida.science.games.RegulationRace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Markets, contests, races and export control: models with a closed form. */
final class RaceOperations {
  private static final Field A = required("a", "number", "the price at which nobody buys");
  private static final Field B = required("b", "number", "how much a piece lowers the price");
  private static final Field C = required("c", "number", "what a piece costs");
  private static final List<Field> PRECIPICE =
      List.of(
          required("teams", "number", "how many race"),
          required("mu", "number", "how much capability counts beside safety"),
          required("enmity", "number", "from 0 to 1"));
  private static final String ARMSTRONG = "Armstrong, Bostrom and Shulman 2016";
  private static final String HAN = "Han, Pereira, Santos and Lenaerts 2020";

  private RaceOperations() {}

  static List<Operation> all() {
    return List.of(
        new Operation(
            "cournot",
            "quantities of firms that choose at once",
            "Cournot 1838",
            List.of(A, B, C, optional("n", "number", "how many firms, without it 2")),
            given ->
                market(given)
                    .cournot(given.maybe("n").map(firms -> firms.whole(1, 10_000)).orElse(2))),
        new Operation(
            "stackelberg_quantity",
            "quantities when one firm chooses first",
            "von Stackelberg 1934",
            List.of(A, B, C),
            given -> market(given).stackelberg()),
        new Operation(
            "tullock",
            "what each spends in a contest for a prize",
            "Tullock 1980",
            List.of(
                required("n", "number", "how many contend"),
                required("prize", "number", "above 0"),
                optional("r", "number", "how much effort decides, without it 1")),
            RaceOperations::tullock),
        new Operation(
            "race_no_information",
            "a race to AGI whose teams know nothing of capabilities",
            ARMSTRONG,
            PRECIPICE,
            given ->
                ordered(
                    Map.entry("safety", precipice(given).safetyWithoutInformation()),
                    Map.entry("risk", precipice(given).riskWithoutInformation()))),
        new Operation(
            "race_private_information",
            "a race to AGI whose teams know their own capability",
            ARMSTRONG,
            PRECIPICE,
            given ->
                ordered(
                    Map.entry("slope", precipice(given).slope()),
                    Map.entry("risk", precipice(given).riskWithPrivateInformation()))),
        new Operation(
            "race_public_information",
            "a race to AGI whose teams know all capabilities",
            ARMSTRONG,
            PRECIPICE,
            given -> ordered(Map.entry("risk", precipice(given).riskWithPublicInformation()))),
        new Operation(
            "ai_race_payoffs",
            "average payoffs of always safe, always unsafe and conditionally safe developers",
            HAN,
            List.of(
                required("b", "number", "what a round is worth"),
                required("c", "number", "what safety costs in it"),
                required("s", "number", "how many times faster skipping safety is"),
                required("B", "number", "the prize"),
                required("W", "number", "how many rounds the safe need"),
                required("p_r", "number", "the risk of disaster of an unsafe winner"),
                optional("pfo", "number", "the chance to be found out, without it 0")),
            RaceOperations::regulation),
        new Operation(
            "ai_race_dilemma_zone",
            "between which risks skipping safety pays each though it harms all",
            HAN,
            List.of(required("s", "number", "how many times faster skipping safety is")),
            given -> {
              RegulationRace.DilemmaZone zone = RegulationRace.dilemmaZone(given.at("s").number());
              return ordered(
                  Map.entry("collective_threshold", zone.collective()),
                  Map.entry("risk_dominance_threshold", zone.riskDominance()));
            }),
        new Operation(
            "export_control_stackelberg",
            "how far a leader controls chip exports, and what the follower builds by itself",
            "project model; background Farrell and Newman 2019",
            List.of(
                required("S", "number", "what control gains"),
                required("R", "number", "what it costs in revenue, above 0"),
                required("d", "number", "what the follower's effort costs the leader"),
                required("g", "number", "the follower's drive without control"),
                required("theta", "number", "how much control spurs it"),
                required("k", "number", "what effort costs, above 0")),
            RaceOperations::exportControl));
  }

  private static Oligopoly market(Given given) {
    return new Oligopoly(given.at("a").number(), given.at("b").number(), given.at("c").number());
  }

  private static Object tullock(Given given) {
    Contest contest =
        new Contest(
            given.at("n").whole(2, 1_000_000), given.at("prize").number(), given.number("r", 1));
    Map<String, Object> value =
        ordered(
            Map.entry("effort", contest.effort()), Map.entry("dissipation", contest.dissipation()));
    return new Answer(value, contest.holds() ? List.of() : List.of("pure_equilibrium=false"));
  }

  private static PrecipiceRace precipice(Given given) {
    return new PrecipiceRace(
        given.at("teams").whole(2, 1_000_000),
        given.at("mu").number(),
        given.at("enmity").number());
  }

  private static Object regulation(Given given) {
    return new RegulationRace(
            given.at("b").number(),
            given.at("c").number(),
            given.at("s").number(),
            given.at("B").number(),
            given.at("W").number(),
            given.at("p_r").refusing("invalid_probability").number(),
            given.number("pfo", 0))
        .payoffs();
  }

  private static Object exportControl(Given given) {
    ExportControl model =
        new ExportControl(
            given.at("S").number(),
            given.at("R").number(),
            given.at("d").number(),
            given.at("g").number(),
            given.at("theta").number(),
            given.at("k").number());
    return ordered(Map.entry("control", model.control()), Map.entry("effort", model.effort()));
  }

  @SafeVarargs
  private static Map<String, Object> ordered(Map.Entry<String, Double>... entries) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, Double> entry : entries) {
      values.put(entry.getKey(), entry.getValue());
    }
    return values;
  }
}
