package io.lida.science.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.science.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphTest {
  @ParameterizedTest
  @CsvSource({
    "A->B B->C, A->B B->C, 0",
    "A->B B->C, B->A B->C, 1",
    "A->B B->C, A-B B->C, 1",
    "A->B B->C, B->C, 1",
    "A-B, B-A, 0",
    "A->B B->C, A->C B-C, 3",
    "A-B B-C A-C, '', 3",
  })
  void aDistanceCountsPairs(String one, String other, int distance) {
    assertEquals(distance, Graphs.graph("A B C", one).distance(Graphs.graph("C B A", other)));
    assertEquals(distance, Graphs.graph("A B C", other).distance(Graphs.graph("A B C", one)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', empty_input",
    "A A, '', invalid_input",
    "A B, A->C, unknown_variable",
    "A B, A->A, invalid_graph",
    "A B, A->B B->A, invalid_graph",
    "A B, A->B A-B, invalid_graph",
  })
  void whatIsNoGraphIsRefused(String variables, String edges, String code) {
    assertEquals(code, assertThrows(Refusal.class, () -> Graphs.graph(variables, edges)).code());
  }

  @Test
  void differentVariablesHaveNoDistance() {
    Graph two = new Graph(List.of("A", "B"), List.of(), List.of());
    Graph three = new Graph(List.of("A", "B", "C"), List.of(), List.of());
    assertEquals("invalid_graph", assertThrows(Refusal.class, () -> two.distance(three)).code());
  }
}
