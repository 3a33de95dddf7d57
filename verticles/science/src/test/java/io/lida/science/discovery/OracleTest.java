package io.lida.science.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edu.cmu.tetrad.data.ContinuousVariable;
import edu.cmu.tetrad.data.CovarianceMatrix;
import edu.cmu.tetrad.graph.Edges;
import edu.cmu.tetrad.graph.Node;
import edu.cmu.tetrad.search.Fges;
import edu.cmu.tetrad.search.score.SemBicScore;
import edu.cmu.tetrad.search.test.IndTestFisherZ;
import edu.cmu.tetrad.util.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The searches against those of Tetrad, on covariances without chance. */
class OracleTest {
  private static final int N = 10_000;

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 8})
  void bothSearchesAgreeWithTetrad(int size) throws Exception {
    List<Sem> clear =
        IntStream.range(0, 1000)
            .mapToObj(seed -> Sem.random(size, 1.5 / size, new Random(seed)))
            .filter(Sem::clear)
            .limit(30)
            .toList();
    assertEquals(30, clear.size());
    for (Sem sem : clear) {
      Covariance own = Covariance.of(sem.names(), sem.covariance(), N);
      assertEquals(pc(sem), Pc.search(own, Pc.ALPHA).graph());
      for (double penalty : new double[] {1, 2}) {
        assertEquals(fges(sem, penalty), Ges.search(own, penalty).graph());
      }
    }
  }

  private static Graph pc(Sem sem) throws Exception {
    IndTestFisherZ test = new IndTestFisherZ(covariance(sem), Pc.ALPHA);
    return read(new edu.cmu.tetrad.search.Pc(test).search(), sem);
  }

  private static Graph fges(Sem sem, double penalty) throws Exception {
    SemBicScore score = new SemBicScore(covariance(sem));
    score.setPenaltyDiscount(penalty);
    Fges search = new Fges(score);
    search.setNumThreads(1);
    return read(search.search(), sem);
  }

  /** With variables of its own, as a search leaves marks on them. */
  private static CovarianceMatrix covariance(Sem sem) {
    List<Node> variables = new ArrayList<>();
    sem.names().forEach(name -> variables.add(new ContinuousVariable(name)));
    return new CovarianceMatrix(variables, new Matrix(sem.covariance()), N);
  }

  private static Graph read(edu.cmu.tetrad.graph.Graph found, Sem sem) {
    List<Graph.Edge> directed = new ArrayList<>();
    List<Graph.Edge> undirected = new ArrayList<>();
    for (edu.cmu.tetrad.graph.Edge edge : found.getEdges()) {
      if (Edges.isDirectedEdge(edge)) {
        directed.add(
            new Graph.Edge(
                Edges.getDirectedEdgeTail(edge).getName(),
                Edges.getDirectedEdgeHead(edge).getName()));
      } else {
        undirected.add(new Graph.Edge(edge.getNode1().getName(), edge.getNode2().getName()));
      }
    }
    return new Graph(sem.names(), directed, undirected);
  }
}
