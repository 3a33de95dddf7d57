package io.lida.science.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SearchPropertyTest {
  @Property(tries = 200)
  void withoutChanceBothFindTheClassOfTheModel(
      @ForAll @IntRange(min = 2, max = 6) int size, @ForAll long seed) {
    Sem sem = Sem.random(size, 0.4, new Random(seed));
    Assume.that(sem.clear());
    Covariance covariance = Covariance.of(sem.names(), sem.covariance(), 10_000);
    assertEquals(new Pc(sem.cpdag(), List.of()), Pc.search(covariance, Pc.ALPHA));
    assertEquals(sem.cpdag(), Ges.search(covariance, Ges.PENALTY).graph());
  }

  @Property(tries = 100)
  void theOrderOfVariablesAndTheirScaleDoNotMatter(
      @ForAll @IntRange(min = 2, max = 7) int size, @ForAll long seed) {
    Random random = new Random(seed);
    Sem sem = Sem.random(size, 0.5, random);
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6).subList(0, size));
    Collections.shuffle(order, random);
    double[][] rows = sem.sample(200, random::nextGaussian);
    double[][] shuffled = new double[rows.length][size];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < size; j++) {
        shuffled[i][j] = rows[i][order.get(j)] * 8;
      }
    }
    List<String> names = order.stream().map(sem.names()::get).toList();
    Covariance one = Sample.of(sem.names(), rows).covariance();
    Covariance other = Sample.of(names, shuffled).covariance();
    assertEquals(Pc.search(one, 0.05), Pc.search(other, 0.05));
    assertEquals(Ges.search(one, 1), Ges.search(other, 1));
  }
}
