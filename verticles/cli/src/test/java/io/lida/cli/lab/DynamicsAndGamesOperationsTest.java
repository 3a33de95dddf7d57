package io.lida.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicsAndGamesOperationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "degroot_limit | {'W':[[0.5,0.5],[0.5,0.5]],'x0':[0,1]} | [0.5,0.5]",
        "degroot_limit | {'W':[[0,1],[1,0]],'x0':[0,1]} | {'converged':false,'period':2}",
        "degroot_step | {'W':[[0,1],[1,0]],'x0':[0,1],'steps':3} | [1,0]",
        "friedkin_johnsen_limit | {'W':[[0,1],[1,0]],'susceptibility':[0.5,0],'x0':[0,1]}"
            + " | [0.5,1]",
        "friedkin_johnsen_control | {'W':[[0,1],[1,0]],'susceptibility':[0.5,0]}"
            + " | [[0.5,0.5],[0,1]]",
        "hegselmann_krause | {'x0':[0,0.25,1],'epsilon':0.5} | [0.125,0.125,1]",
        "deffuant_step | {'x':[0,0.25],'epsilon':0.5,'mu':0.5} | [0.125,0.125]",
        "bayes_update | {'prior':0.5,'likelihood_ratio':3} | 0.75",
        "precision_update | {'mean':0,'variance':1,'message':1,'message_variance':1}"
            + " | {'mean':0.5,'variance':0.5}",
        "biased_assimilation_step | {'x':[0.5,0.5],'W':[[0.5,0.5],[0.5,0.5]],'b':[1,1]}"
            + " | [0.5,0.5]",
        "social_judgment_step |"
            + " {'x':0.5,'others':[0.75,1],'assimilate':0.3,'contrast':0.4,'mu':0.5} |"
            + " [0.625,0.25]",
        "polarization | {'measure':'normalized_variance','x':[0,1]} | 1",
        "polarization | {'measure':'esteban_ray','x':[0,1],'alpha':1} | 0.25",
        "polarization | {'measure':'agreement_A','counts':[1,0,0,1]} | -1",
        "nash_all | {'row':[[1,0],[0,1]],'column':[[1,0],[0,1]]} |"
            + " [{'x':[1,0],'y':[1,0],'payoff':[1,1]},{'x':[0,1],'y':[0,1],'payoff':[1,1]},"
            + "{'x':[0.5,0.5],'y':[0.5,0.5],'payoff':[0.5,0.5]}]",
        "grim_trigger_threshold | {'T':5,'R':3,'P':1,'S':0} | 0.5",
        "tit_for_tat_threshold | {'T':4,'R':3,'P':1,'S':0} | 0.3333333333333333",
        "risk_dominant | {'row':[[4,0],[3,3]],'column':[[4,3],[0,3]]} |"
            + " {'equilibrium':[1,1],'payoff_dominant':[0,0]}",
        "cournot | {'a':10,'b':1,'c':1,'n':2} | {'quantity':[3,3],'price':4}",
        "stackelberg_quantity | {'a':10,'b':1,'c':2} |"
            + " {'leader':4,'follower':2,'price':4,'profit':[8,4]}",
        "tullock | {'n':2,'prize':8,'r':1} | {'effort':2,'dissipation':0.5}",
        "is_correlated_equilibrium |"
            + " {'row':[[6,2],[7,0]],'column':[[6,7],[2,0]],'distribution':[[0.5,0.25],[0.25,0]]}"
            + " | true",
        "logit_qre | {'row':[[1,0],[0,1]],'column':[[0,1],[1,0]],'lambda':3} | [0.5,0.5]",
        "replicator_fixed_points | {'payoff':[[0,1],[1,0]]} |"
            + " {'interior':[0.5,0.5],'stable':'interior'}",
        "replicator_integrate | {'payoff':[[0,1],[1,0]],'x0':[0.5,0.5],'t':1} | [0.5,0.5]",
        "fermi_fixation | {'payoff':[[1,1],[1,1]],'N':4,'beta':1} | 0.25",
        "pure_nash | {'actions':[2,2],'payoffs':[[1,0,0,1],[1,0,0,1]]} | [[0,0],[1,1]]",
        "iterated_dominance | {'actions':[2,2],'payoffs':[[3,0,5,1],[3,5,0,1]]} | [[1],[1]]",
        "logit_qre_players | {'actions':[2,1,1],'payoffs':[[1,1],[0,0],[0,0]],'lambda':2}"
            + " | [[0.5,0.5],[1],[1]]",
        "dilemma_tournament | {'T':5,'R':3,'P':1,'S':0,'players':['tft','alld'],'rounds':2}"
            + " | {'players':['tft','alld'],'payoffs':[[3,0.5],[3,1]],'scores':[1.75,2]}",
        "small_mutation | {'payoff':[[1,1],[1,1]],'N':5,'beta':1} | [0.5,0.5]",
        "race_no_information | {'teams':4,'mu':1,'enmity':0.5} | {'safety':0.5,'risk':0.5}",
        "race_private_information | {'teams':3,'mu':1,'enmity':0.5} |"
            + " {'slope':0.5,'risk':0.625}",
        "race_public_information | {'teams':3,'mu':1,'enmity':0} | {'risk':0}",
        "ai_race_payoffs | {'b':4,'c':1,'s':1,'B':8,'W':2,'p_r':0.5,'pfo':0} |"
            + " [[3,1,3],[3,2,3],[3,1.5,3]]",
        "ai_race_dilemma_zone | {'s':2} |"
            + " {'collective_threshold':0.5,'risk_dominance_threshold':0.8333333333333334}",
        "export_control_stackelberg | {'S':1,'R':1,'d':1,'g':0,'theta':0.5,'k':1} |"
            + " {'control':0.5,'effort':0.25}",
      })
  void everyOperationAnswers(String op, String input, String value) {
    assertEquals(value, Ask.value(op, input));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stackelberg_bimatrix | {'row':[[2,4],[1,3]],'column':[[1,0],[0,1]]} | commitment",
        "stackelberg_bimatrix | {'row':[[2,4],[1,3]],'column':[[1,0],[0,1]]} | leader_payoff",
        "stackelberg_bimatrix | {'row':[[2,4],[1,3]],'column':[[1,0],[0,1]]} | follower_action",
        "correlated_max_welfare | {'row':[[6,2],[7,0]],'column':[[6,7],[2,0]]} | distribution",
        "correlated_max_welfare | {'row':[[6,2],[7,0]],'column':[[6,7],[2,0]]} | welfare",
      })
  void whatALinearProgramFindsHasAllItsFields(String op, String input, String field) {
    assertTrue(Ask.document("{'op':'" + op + "','input':" + input + "}").at("/value").has(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "degroot_limit | {'W':[[0.5,0.4],[0,1]],'x0':[0,1]} | invalid_weights",
        "degroot_limit | {'W':[[1]],'x0':[]} | empty_input",
        "degroot_limit | {'W':[[1]],'x0':[NaN]} | invalid_input",
        "friedkin_johnsen_control | {'W':[[1]],'susceptibility':[1]} | singular",
        "friedkin_johnsen_limit | {'W':[[1]],'susceptibility':[2],'x0':[0]} | invalid_probability",
        "bayes_update | {'prior':2,'likelihood_ratio':1} | invalid_probability",
        "polarization | {'measure':'warmth','x':[1]} | invalid_input",
        "polarization | {'measure':'spread'} | missing_field",
        "nash_all | {'row':[[1]],'column':[[1,2]]} | invalid_game",
        "nash_all | {'row':[],'column':[]} | empty_input",
        "logit_qre | {'row':[[1]],'column':[[1]],'lambda':-1} | invalid_input",
        "replicator_integrate | {'payoff':[[0,1],[1,0]],'x0':[0.5,0.4],'t':1}"
            + " | invalid_probability",
        "pure_nash | {'actions':[2,2],'payoffs':[[1,0],[1,0]]} | invalid_game",
        "logit_qre_players | {'actions':[2],'payoffs':[[1,1]],'lambda':2} | too_large",
        "dilemma_tournament | {'T':5,'R':3,'P':1,'S':0,'players':['me'],'rounds':2}"
            + " | invalid_input",
        "small_mutation | {'payoff':[[1,1],[1,1]],'N':1,'beta':1} | invalid_input",
        "race_no_information | {'teams':1,'mu':1,'enmity':0.5} | invalid_input",
        "grim_trigger_threshold | {'T':1,'R':2,'P':3,'S':4} | invalid_game",
      })
  void whatHasNoAnswerIsRefused(String op, String input, String code) {
    assertEquals(code, Ask.refusal(op, input));
  }
}
