package io.lida.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolingOperationsTest {
  private static final String PANEL =
      "'p':[0.25,0.5,0.75],'expertise':[1,0.5,null],'confidence':[0.5,0.5,1],'mean_brier':[0.1,0.2,0.3],"
          + "'resolved':[4,4,0],'variance':[0.01,0.02,0.04],'age':[0,1,2],'half_life':1,"
          + "'predicted_yes':[0.5,0.5,0.5],'outcomes':[1,0],'history':[[0.9,0.1],[0.5,0.5],[0.4,0.6]],"
          + "'trust':[[0,1,1],[1,0,0],[1,0,0]],'similarity':[[1,0,0],[0,1,0],[0,0,1]],"
          + "'roles':['a','b','b'],'realizations':[1],'quantiles':[[[0,1,2]],[[0,2,3]],[[0,3,4]]]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pool | {'operator':'linear','p':[0.25,0.75]} | 0.5",
        "pool | {'operator':'linear','p':[0.25,0.75],'weights':[3,1]} | 0.375",
        "pool | {'operator':'power','p':[0.25,0.25],'params':{'r':3}} | 0.25",
        "pool_distribution | {'operator':'linear','q':[[0.5,0.25,0.25],[0.5,0.5,0]]} |"
            + " [0.5,0.375,0.125]",
        "pool_distribution | {'operator':'dempster_shafer','q':[[1,0],[1,0]],'params':{'rho':1}} |"
            + " {'pooled':[1,0],'conflict':0}",
        "bts | {'answers':[0,0],'predictions':[[1,0],[1,0]]} |"
            + " {'scores':[0,0],'weights':[0.5,0.5]}",
        "contribution_weights | {'forecasts':[[1],[0.5]],'outcomes':[1]} |"
            + " {'contribution':[0.1875,-0.0625],'weights':[1,0]}",
        "weights | {'scheme':'equal','n':4} | [0.25,0.25,0.25,0.25]",
        "weights | {'scheme':'recency','age':[0,2],'half_life':1} | [0.8,0.2]",
        "weights | {'scheme':'expertise','topic_mix':{'law':0.5,'compute':0.5},"
            + "'expertise':[{'law':1},{'law':0.5,'compute':0.5},{}]} | [0.5,0.5,0]",
        "weights | {'scheme':'role_balanced','roles':['a','b','b']} | [0.5,0.25,0.25]",
        "weights | {'scheme':'track_record','mean_brier':[0,0.25],'resolved':[4,4]} | [1,0]",
        "weights | {'scheme':'entropy','p':[1,0.5]} | [1,0]",
        "weights | {'scheme':'diversity','similarity':[[1,1],[1,1]]} | [0.5,0.5]",
        "weights | {'scheme':'degroot_trust','trust':[[0,1],[1,0]]} | [0.5,0.5]",
      })
  void everyOperationAnswers(String op, String input, String value) {
    assertEquals(value, Ask.value(op, input));
  }

  @Test
  void cookeGivesCalibrationInformationAndWeights() {
    JsonNode value =
        Ask.document(
                "{'op':'cooke','input':{'quantiles':[[[0,1,2]],[[0,2,3]]],'realizations':[1.5]}}")
            .path("value");
    for (String field : new String[] {"calibration", "information", "weights"}) {
      assertEquals(2, value.path(field).size(), field);
    }
  }

  @ParameterizedTest
  @CsvSource({"weights_all, 13", "strategy_grid, 13"})
  void aPanelIsSeenUnderEveryScheme(String op, int entries) {
    JsonNode value = Ask.document("{'op':'" + op + "','input':{" + PANEL + "}}").path("value");
    assertEquals(entries, value.size());
    for (JsonNode entry : value) {
      assertEquals(op.equals("weights_all") ? 3 : 13, entry.size());
    }
    JsonNode inside =
        Ask.document("{'op':'" + op + "','input':{'panel':{" + PANEL + "}}}").path("value");
    assertEquals(value, inside);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pool | {'operator':'linear','p':[]} | empty_input",
        "pool | {'operator':'linear','p':[2]} | invalid_probability",
        "pool | {'operator':'linear','p':['x']} | invalid_probability",
        "pool | {'operator':'linear','p':[0.5],'weights':[-1]} | invalid_weights",
        "pool | {'operator':'guess','p':[0.5]} | invalid_input",
        "pool | {'operator':'linear','p':[0.5],'params':{'r':1}} | invalid_input",
        "pool | {'operator':'dempster_shafer','p':[0,1],'params':{'rho':1}} | total_conflict",
        "pool_distribution | {'operator':'linear','q':[[0.5,0.4]]} | invalid_probability",
        "weights | {'scheme':'luck','n':3} | invalid_input",
        "weights | {'scheme':'recency'} | invalid_input",
        "cooke | {'quantiles':[[[2,1,3]]],'realizations':[1]} | invalid_quantiles",
        "bts | {'answers':[],'predictions':[]} | empty_input",
        "contribution_weights | {'forecasts':[[2]],'outcomes':[1]} | invalid_probability",
        "weights_all | {} | missing_field",
      })
  void whatHasNoAnswerIsRefused(String op, String input, String code) {
    assertEquals(code, Ask.refusal(op, input));
  }
}
