package io.lida.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryOperationsTest {
  /** Y = X + a noise, Z = Y + another. */
  private static final String CHAIN = "'covariance':[[1,1,1],[1,2,2],[1,2,3]]";

  private static final String COLLIDER = "'covariance':[[1,0,1],[0,1,1],[1,1,3]]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cpdag | {'variables':['X','Y','Z'],"
            + CHAIN
            + ",'n':10000}"
            + " | {'directed':[],'undirected':[['X','Y'],['Y','Z']]}",
        "cpdag | {'variables':['X','Y','Z'],"
            + COLLIDER
            + ",'n':10000,'alpha':0.01,'algorithms':['pc','ges']}"
            + " | {'directed':[['X','Z'],['Y','Z']],'undirected':[]}",
        "cpdag | {'variables':['Z','Y','X'],"
            + COLLIDER
            + ",'n':10000,'algorithms':['ges']}"
            + " | {'directed':[['Y','X'],['Z','X']],'undirected':[]}",
        "cpdag | {'variables':['X'],'covariance':[[2]],'n':10}"
            + " | {'directed':[],'undirected':[]}",
        "structural_hamming_distance | {'variables':['A','B','C'],"
            + "'g1':{'directed':[['A','B']],'undirected':[['B','C']]},"
            + "'g2':{'directed':[['B','A'],['B','C']],'undirected':[]}} | 2",
        "structural_hamming_distance | {'variables':['A','B','C'],"
            + "'g1':{'undirected':[['B','C']]},'g2':{'undirected':[['C','B']]}} | 0",
      })
  void everyOperationAnswers(String op, String input, String value) {
    assertEquals(value, Ask.value(op, input));
  }

  @Test
  void whatAnAlgorithmFindsDifferentlyIsSaid() {
    // z = .0295 * 100 is beyond what pc asks for, n r^2 = 8.7 is below the ln n of ges.
    String input =
        "'variables':['A','B'],'covariance':[[1,0.0295],[0.0295,1]],'n':10003,"
            + "'algorithms':['pc','ges']";
    JsonNode answer = Ask.document("{'op':'cpdag','input':{" + input + "}}");
    assertEquals(
        "{'directed':[],'undirected':[['A','B']],'algorithm':'pc',"
            + "'differs':{'ges':{'directed':[],'undirected':[],'distance':1}}}",
        answer.path("value").toString().replace('"', '\''));
    assertEquals("[\"agreed=false\"]", answer.path("flags").toString());
  }

  @Test
  void testsThatContradictEachOtherAreCounted() {
    // B and C are joined; A meets B there though apart from C, and D meets C there though apart.
    JsonNode answer =
        Ask.document(
            "{'op':'cpdag','input':{'variables':['A','B','C','D'],'n':10000,'algorithms':['pc'],"
                + "'covariance':[[1,0.5,0,0],[0.5,1,0.5,0],[0,0.5,1,0.5],[0,0,0.5,1]]}}");
    assertEquals("[\"conflicts=1\"]", answer.path("flags").toString());
  }

  @Test
  void aChainOfUniformNoiseHasItsOrderAndCoefficients() {
    Random random = new Random(7);
    StringBuilder data = new StringBuilder("[");
    for (int i = 0; i < 1000; i++) {
      double a = random.nextDouble(-1, 1);
      double b = 2 * a + random.nextDouble(-1, 1);
      double c = -b + random.nextDouble(-1, 1);
      data.append(i == 0 ? "" : ",").append("[" + c + "," + a + "," + b + "]");
    }
    String input = "{'variables':['C','A','B'],'data':" + data + "]}";
    JsonNode value = Ask.document("{'op':'direct_lingam','input':" + input + "}").path("value");
    assertEquals("[\"A\",\"B\",\"C\"]", value.path("order").toString());
    assertEquals(2, value.path("coefficients").size(), value.toString());
    assertEquals(2, value.at("/coefficients/A->B").asDouble(), 0.1);
    assertEquals(-1, value.at("/coefficients/B->C").asDouble(), 0.1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cpdag | {'variables':[],'covariance':[],'n':100} | empty_input",
        "cpdag | {'variables':['A','B'],'covariance':[[1,0],[0]],'n':100} | invalid_covariance",
        "cpdag | {'variables':['A','B'],'covariance':[[1,0],[0,1]],'n':19} | too_few",
        "cpdag | {'variables':['A','B'],'covariance':[[1,0],[0,0]],'n':100} | constant",
        "cpdag | {'variables':['A','B'],'covariance':[[1,1],[1,1]],'n':100} | collinear",
        "cpdag | {'variables':['A'],'covariance':[[1]],'n':100,'algorithms':[]} | empty_input",
        "cpdag | {'variables':['A'],'covariance':[[1]],'n':100,'algorithms':['fci']}"
            + " | invalid_input",
        "cpdag | {'variables':['A'],'covariance':[[1]],'n':100,'alpha':0} | invalid_input",
        "cpdag | {'variables':['A'],'covariance':[[1]],'n':100,'penalty':0} | invalid_input",
        "structural_hamming_distance | {'variables':['A'],'g1':{'directed':[['A']]},'g2':{}}"
            + " | invalid_input",
        "structural_hamming_distance | {'variables':['A'],'g1':{'directed':[['A','B']]},'g2':{}}"
            + " | unknown_variable",
        "structural_hamming_distance | {'variables':['A'],'g1':{'edges':[]},'g2':{}}"
            + " | unknown_field",
        "direct_lingam | {'variables':['A'],'data':[]} | empty_input",
        "direct_lingam | {'variables':['A'],'data':[[1],[2]]} | too_few",
        "direct_lingam | {'variables':['A','B'],'data':[[1]]} | invalid_input",
        "direct_lingam | {'variables':['A'],"
            + "'data':[[1],[1],[1],[1],[1],[1],[1],[1],[1],[1]]} | constant",
      })
  void whatHasNoAnswerIsRefused(String op, String input, String code) {
    assertEquals(code, Ask.refusal(op, input));
  }
}
