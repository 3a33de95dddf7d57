package io.lida.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausalOperationsTest {
  /** Charig et al. 1986. */
  private static final String STONES =
      "'cells':[{'z':'small','t':'A','y1':81,'n':87},{'z':'small','t':'B','y1':234,'n':270},"
          + "{'z':'large','t':'A','y1':192,'n':263},{'z':'large','t':'B','y1':55,'n':80}]";

  /** Bickel et al. 1975, six departments. */
  private static final String BERKELEY =
      "'cells':[{'dept':'A','sex':'male','y1':512,'n':825},{'dept':'A','sex':'female','y1':89,'n':108},"
          + "{'dept':'B','sex':'male','y1':353,'n':560},{'dept':'B','sex':'female','y1':17,'n':25},"
          + "{'dept':'C','sex':'male','y1':120,'n':325},{'dept':'C','sex':'female','y1':202,'n':593},"
          + "{'dept':'D','sex':'male','y1':138,'n':417},{'dept':'D','sex':'female','y1':131,'n':375},"
          + "{'dept':'E','sex':'male','y1':53,'n':191},{'dept':'E','sex':'female','y1':94,'n':393},"
          + "{'dept':'F','sex':'male','y1':22,'n':373},{'dept':'F','sex':'female','y1':24,'n':341}],"
          + "'t1':'female','t0':'male'";

  @Test
  void kidneyStonesAreTreatedBetterByWhatLooksWorse() {
    assertEquals(-0.046, effect("difference_in_means", STONES), 0.0005);
    double adjusted = effect("backdoor_standardization", STONES + ",'adjust':['z']");
    assertEquals(0.054, adjusted, 0.0015);
    for (String form : new String[] {"hajek", "horvitz_thompson"}) {
      assertEquals(
          adjusted,
          effect("ipw", STONES + ",'propensity':'saturated in z','form':'" + form + "'"),
          1e-12);
    }
    assertEquals(
        adjusted,
        effect("aipw", STONES + ",'propensity':'saturated in z','outcome':'saturated in z'"),
        1e-12);
  }

  @Test
  void berkeleyTurnsRoundByDepartment() {
    assertEquals(-0.142, effect("difference_in_means", BERKELEY), 0.0005);
    assertEquals(
        0.043, effect("backdoor_standardization", BERKELEY + ",'adjust':['dept']"), 0.0005);
  }

  private static double effect(String op, String input) {
    JsonNode answer = Ask.document("{'op':'" + op + "','input':{" + input + "}}");
    return answer.at("/value/effect").asDouble(Double.NaN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "difference_in_means | {'cells':[{'t':'A','y1':3,'n':4},{'t':'B','y1':1,'n':4}]}"
            + " | {'A':0.75,'B':0.25,'effect':0.5}",
        "frontdoor | {'table':[{'x':1,'z':1,'p':0.25,'y':1},{'x':1,'z':0,'p':0.25,'y':0},"
            + "{'x':0,'z':1,'p':0.25,'y':1},{'x':0,'z':0,'p':0.25,'y':0}]} | {'do1':0.5,'do0':0.5}",
        "diff_in_means | {'treated':[3],'control':[1,2]}"
            + " | {'effect':1.5,'se':null,'df':null,'ci':null}",
        "diff_in_means | {'treated':[1,1],'control':[0,0]}"
            + " | {'effect':1,'se':0,'df':2,'ci':[1,1]}",
        "paired_difference | {'differences':[2,2,2]} | {'effect':2,'se':0,'df':2,'ci':[2,2]}",
        "ipw_given_propensity | {'t':[1,0],'y':[1,0],'e':[0.5,0.5]} |"
            + " {'horvitz_thompson':1,'hajek':1}",
        "aipw_given_nuisance | {'t':[1,0],'y':[1,0],'e':[0.5,0.5],'mu1':[1,1],'mu0':[0,0]}"
            + " | {'effect':1,'se':0}",
        "e_value | {'risk_ratio':2} | 3.414213562373095",
        "e_value | {'risk_ratio':0.5} | 3.414213562373095",
        "linear_scm_counterfactual | {'equations':{'X':{},'Y':{'X':2}},'observed':{'X':1,'Y':3},"
            + "'do':{'X':2}} | {'X':2,'Y':5,'noise':{'X':1,'Y':1}}",
        "permutation_test | {'treated':[3,4],'control':[1,2],'exact':true} |"
            + " {'p_two_sided':0.3333333333333333}",
        "shapley | {'players':['L','R1','R2'],'worth':{'L,R1':1,'R2,L':1,'L,R1,R2':1}} |"
            + " [0.6666666666666666,0.16666666666666666,0.16666666666666666]",
        "shapley_pool | {'operator':'linear','p':[0.75,0.25],'empty':0.5} | [0.25,-0.25]",
        "leave_one_out | {'operator':'linear','p':[0.75,0.25]} | [0.25,-0.25]",
      })
  void everyOperationAnswers(String op, String input, String value) {
    assertEquals(value, Ask.value(op, input));
  }

  /** Two lines of two points each, one unit off the other: y = 1 + 2t + x but for the last. */
  @Test
  void regressionHasAllItsStandardErrors() {
    JsonNode value =
        Ask.document(
                "{'op':'regression_adjustment','input':{'y':[1,2,3,4.5,3,4],'t':[0,0,1,1,1,0],"
                    + "'x':[0,1,0,1,2,2]}}")
            .path("value");
    for (String field : new String[] {"coefficients", "se", "se_hc2", "se_hc3"}) {
      assertEquals(3, value.path(field).size(), field);
    }
  }

  @Test
  void welchsIntervalIsThatOfTheTextbook() {
    JsonNode value =
        Ask.document(
                "{'op':'diff_in_means_summary','input':{'treated':{'mean':2,'sd':1,'n':10},"
                    + "'control':{'mean':1,'sd':1,'n':10}}}")
            .path("value");
    assertEquals(Math.sqrt(0.2), value.path("se").asDouble(), 1e-12);
    assertEquals(18, value.path("df").asDouble(), 1e-9);
    // t(0.975, 18) = 2.10092
    assertEquals(1 - 2.10092 * Math.sqrt(0.2), value.at("/ci/0").asDouble(), 1e-5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "difference_in_means | {'cells':[]} | empty_input",
        "difference_in_means | {'cells':[{'t':'A','y1':5,'n':4},{'t':'B','y1':1,'n':4}]}"
            + " | invalid_input",
        "difference_in_means | {'cells':[{'t':'C','y1':1,'n':4},{'t':'B','y1':1,'n':4}]}"
            + " | invalid_input",
        "backdoor_standardization | {'cells':[{'z':'x','t':'A','y1':1,'n':2},"
            + "{'z':'y','t':'B','y1':1,'n':2}],'adjust':['z']} | positivity",
        "diff_in_means | {'treated':[],'control':[1]} | empty_input",
        "regression_adjustment | {'y':[1,2],'t':[0,1],'x':[1,2]} | too_few",
        "regression_adjustment | {'y':[1,2,3,4],'t':[0,1,0,1],'x':[0,1,0,1]} | collinear",
        "ipw_given_propensity | {'t':[1,1],'y':[1,0],'e':[0.5,0.5]} | empty_input",
        "ipw_given_propensity | {'t':[1,0],'y':[1,0],'e':[0.5,2]} | invalid_probability",
        "e_value | {'risk_ratio':0} | invalid_input",
        "linear_scm_counterfactual | {'equations':{'X':{'Y':1},'Y':{'X':1}},"
            + "'observed':{'X':1,'Y':1},'do':{}} | cyclic",
        "linear_scm_counterfactual | {'equations':{'X':{}},'observed':{},'do':{}} | missing_field",
        "shapley | {'players':['A'],'worth':{'B':1}} | invalid_input",
        "shapley | {'players':[],'worth':{}} | empty_input",
        "shapley_pool | {'operator':'linear','p':[2]} | invalid_probability",
      })
  void whatHasNoAnswerIsRefused(String op, String input, String code) {
    assertEquals(code, Ask.refusal(op, input));
  }
}
