package io.lida.science.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownGraphsTest {
  private static final double N = 10_000;

  @ParameterizedTest
  @CsvSource({
    "one alone, A, '', ''",
    "no edge, A B C, '', ''",
    "chain, A B C, A->B B->C, A-B B-C",
    "fork, A B C, A->B A->C, A-B A-C",
    "collider, A B C, A->C B->C, A->C B->C",
    "complete, A B C, A->B A->C B->C, A-B A-C B-C",
    "collider with an effect, A B C D, A->C B->C C->D, A->C B->C C->D",
    "diamond, A B C D, A->B A->C B->D C->D, A-B A-C B->D C->D",
    "diamond with an effect, A B C D E, A->B A->C B->D C->D D->E, A-B A-C B->D C->D D->E",
    "third rule of Meek, A B C D, A->B A->C A->D B->D C->D, A-B A-C A->D B->D C->D",
    "second rule of Meek, A B C D, A->C B->C A->D C->D, A->C B->C A->D C->D",
    "two colliders, A B C D E, A->D B->D B->E C->E, A->D B->D B->E C->E",
  })
  void bothSearchesFindIt(String name, String variables, String dag, String cpdag) {
    Graph expected = Graphs.graph(variables, cpdag);
    List<Sem> clear =
        IntStream.range(0, 200)
            .mapToObj(seed -> Sem.of(Graphs.graph(variables, dag), new Random(seed)))
            .filter(Sem::clear)
            .limit(5)
            .toList();
    assertEquals(5, clear.size());
    for (Sem sem : clear) {
      Covariance covariance = Covariance.of(sem.names(), sem.covariance(), N);
      assertEquals(expected, sem.cpdag());
      assertEquals(new Pc(expected, List.of()), Pc.search(covariance, Pc.ALPHA));
      assertEquals(expected, Ges.search(covariance, Ges.PENALTY).graph());
      assertEquals(expected, Ges.search(covariance, 2).graph());
    }
  }
}
