package io.lida.cli.lab;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.lida.science.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something the laboratory can compute.
 *
 * <p>{@code work} reads the input and returns the value, or an {@link Answer} when flags come with
 * it. A value is made of maps, lists, records, arrays, text, truth, whole numbers, finite doubles
 * and {@link io.lida.science.Ratio}s; a record's components become fields in snake case. What has
 * no answer is a {@link Refusal}. The same input must give the same text, so maps are to keep an
 * order of their own ({@code Map.of} does not).
 *
 * @param name as it is asked for, in snake case
 * @param help what it computes, in one line
 * @param source who described it, and when
 * @param fields all that its input may hold, in the order in which they are explained
 */
public record Operation(
    String name,
    String help,
    String source,
    List<Field> fields,
    @JsonIgnore Function<Given, Object> work) {
  public Operation {
    fields = List.copyOf(fields);
  }

  /** Checks which fields are there, then computes. */
  Answer apply(Given input) {
    Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
    input.only(known);
    Optional<Field> missing =
        fields.stream().filter(Field::required).filter(field -> !input.has(field.name())).findAny();
    if (missing.isPresent()) {
      Field field = missing.get();
      throw new Refusal(
          "missing_field",
          name + " wants " + field.name() + " " + field.type() + ", " + field.meaning());
    }
    return Answer.of(work.apply(input));
  }
}
