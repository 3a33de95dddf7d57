package io.lida.cli.lab;

import static io.lida.cli.lab.Field.optional;
import static io.lida.cli.lab.Field.required;

import io.lida.science.causal.Strata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Effects from counts by covariates and treatment. */
final class StrataOperations {
  private static final Set<String> COUNTS = Set.of("y1", "n");
  private static final Field CELLS =
      required("cells", "[object]", "covariates, the treatment, y1 successes of n");
  private static final Field T1 = optional("t1", "string", "the treatment's level, without it A");
  private static final Field T0 = optional("t0", "string", "the other level, without it B");
  private static final String SATURATED = "saturated in ";

  private StrataOperations() {}

  static List<Operation> all() {
    return List.of(
        new Operation(
            "difference_in_means",
            "success under each treatment as it is",
            "Neyman 1923",
            List.of(CELLS, T1, T0),
            given -> levels(given, strata(given, List.of()).naive())),
        new Operation(
            "backdoor_standardization",
            "success under each treatment, were covariates spread alike",
            "Robins 1986; Pearl 1995",
            List.of(CELLS, optional("adjust", "[string]", "covariates, without it all"), T1, T0),
            given ->
                levels(
                    given,
                    strata(given, given.maybe("adjust").map(Given::texts).orElse(covariates(given)))
                        .standardized())),
        new Operation(
            "ipw",
            "an effect by inverse weighting",
            "Horvitz and Thompson 1952; Hajek 1971; Rosenbaum and Rubin 1983",
            List.of(
                CELLS,
                optional("propensity", "string", "saturated in a covariate, without it in all"),
                optional("form", "string", "hajek, or horvitz_thompson"),
                T1,
                T0),
            StrataOperations::weighted),
        new Operation(
            "aipw",
            "the doubly robust effect",
            "Robins, Rotnitzky and Zhao 1994",
            List.of(
                CELLS,
                optional("propensity", "string", "saturated in a covariate, without it in all"),
                optional("outcome", "string", "saturated in the same"),
                T1,
                T0),
            StrataOperations::doublyRobust));
  }

  private static Object levels(Given given, Strata.Effect effect) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put(given.text("t1", "A"), effect.treated());
    value.put(given.text("t0", "B"), effect.control());
    value.put("effect", effect.effect());
    return value;
  }

  private static Object weighted(Given given) {
    String form = given.text("form", "hajek");
    if (!form.equals("hajek") && !form.equals("horvitz_thompson")) {
      throw given.at("form").refusal("must be hajek or horvitz_thompson");
    }
    return effect(
        strata(given, saturated(given, "propensity")).inverseWeighted(form.equals("hajek")));
  }

  private static Object doublyRobust(Given given) {
    Set<String> in = new LinkedHashSet<>(saturated(given, "propensity"));
    in.addAll(saturated(given, "outcome"));
    return effect(strata(given, in).doublyRobust());
  }

  private static Object effect(Strata.Weighted found) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("effect", found.effect().effect());
    return new Answer(value, CausalOperations.trimmed(found.trimmed()));
  }

  private static List<String> saturated(Given given, String field) {
    if (!given.has(field)) {
      return covariates(given);
    }
    String said = given.at(field).text();
    if (!said.startsWith(SATURATED)) {
      throw given.at(field).refusal("must be \"saturated in\" covariates of the cells");
    }
    return List.of(said.substring(SATURATED.length()).split("\\s*,\\s*"));
  }

  private static List<String> covariates(Given given) {
    List<Map<String, Given>> cells = cells(given);
    String treatment = treatment(given, cells);
    return cells.getFirst().keySet().stream()
        .filter(name -> !name.equals(treatment) && !COUNTS.contains(name))
        .toList();
  }

  private static List<Map<String, Given>> cells(Given given) {
    List<Map<String, Given>> cells = given.at("cells").list().stream().map(Given::object).toList();
    if (cells.isEmpty()) {
      throw given.at("cells").refusing("empty_input").refusal("is empty");
    }
    return cells;
  }

  /** The field whose values are the two levels and no others. */
  private static String treatment(Given given, List<Map<String, Given>> cells) {
    Set<String> levels = new TreeSet<>(List.of(given.text("t1", "A"), given.text("t0", "B")));
    for (String name : cells.getFirst().keySet()) {
      Set<String> values = new TreeSet<>();
      cells.forEach(
          cell -> {
            Given value = cell.get(name);
            if (value != null) {
              values.add(word(value));
            }
          });
      if (values.equals(levels)) {
        return name;
      }
    }
    throw given.at("cells").refusal("have no field whose values are " + levels);
  }

  private static String word(Given value) {
    return value.isText() ? value.text() : Double.toString(value.number());
  }

  private static Strata strata(Given given, Collection<String> covariates) {
    String treatment = treatment(given, cells(given));
    List<Strata.Cell> counts = new ArrayList<>();
    for (Given cell : given.at("cells").list()) {
      StringBuilder stratum = new StringBuilder();
      for (String covariate : covariates) {
        stratum.append(covariate).append('=').append(word(cell.at(covariate))).append(' ');
      }
      boolean treated = word(cell.at(treatment)).equals(given.text("t1", "A"));
      counts.add(
          new Strata.Cell(
              stratum.toString().strip(), treated, cell.at("y1").number(), cell.at("n").number()));
    }
    return new Strata(counts);
  }
}
