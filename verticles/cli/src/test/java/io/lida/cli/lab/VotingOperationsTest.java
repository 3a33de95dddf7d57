package io.lida.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VotingOperationsTest {
  private static final String TENNESSEE =
      "'ballots':[{'count':42,'ranking':['M','N','C','K']},{'count':26,'ranking':['N','C','K','M']},"
          + "{'count':15,'ranking':['C','K','N','M']},{'count':17,'ranking':['K','C','N','M']}]";
  private static final String CYCLE =
      "'ballots':[{'ranking':['A','B','C']},{'ranking':['B','C','A']},{'ranking':['C','A','B']}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plurality | {'winners':['M'],'scores':{'C':15,'K':17,'M':42,'N':26}}",
        "two_round | {'winners':['N']}",
        "borda | {'winners':['N'],'scores':{'C':173,'K':107,'M':126,'N':194}}",
        "condorcet | {'winners':['N'],'smith_set':['N']}",
        "copeland | {'winners':['N'],'scores':{'C':2,'K':1,'M':0,'N':3}}",
        "minimax | {'winners':['N'],'worst_defeat':{'C':68,'K':83,'M':58,'N':0}}",
        "ranked_pairs | {'winners':['N'],'order':['N','C','K','M'],'exhaustive':true}",
        "kemeny | {'winners':['N'],'order':['N','C','K','M'],'score':393}",
        "irv | {'winners':['K'],'eliminated':['C','N'],'rounds':[{'C':15,'K':17,'M':42,'N':26},"
            + "{'C':0,'K':32,'M':42,'N':26},{'C':0,'K':58,'M':42,'N':0}]}",
        "coombs | {'winners':['N'],'eliminated':['M'],'rounds':[{'C':15,'K':17,'M':42,'N':26},"
            + "{'C':15,'K':17,'M':0,'N':68}]}",
        "schulze | {'winners':['N'],'order':['N','C','K','M'],'strongest_paths':{"
            + "'C':{'K':83,'M':58,'N':0},'K':{'C':0,'M':58,'N':0},'M':{'C':0,'K':0,'N':0},"
            + "'N':{'C':68,'K':68,'M':58}}}",
        "compare_rules | {'winners':{'plurality':['M'],'two_round':['N'],"
            + "'borda':['N'],'condorcet':['N'],'copeland':['N'],'minimax':['N'],'schulze':['N'],"
            + "'ranked_pairs':['N'],'kemeny':['N'],'irv':['K'],'coombs':['N']},'agree':false}",
      })
  void rankedBallotsAreTalliedByEveryRule(String op, String value) {
    assertEquals(value, Ask.value(op, "{" + TENNESSEE + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "condorcet | {" + CYCLE + "} | {'winners':[],'smith_set':['A','B','C']}",
        "plurality | {'ballots':[{'ranking':[['A','B'],'C']}],'options':['A','B','C','D']}"
            + " | {'winners':['A','B'],'scores':{'A':0.5,'B':0.5,'C':0,'D':0}}",
        "pairwise | {'ballots':[{'count':2,'ranking':[['A','B'],'C']},{'count':1,'ranking':['C']}]}"
            + " | {'matrix':{'A>B':0,'A>C':2,'B>A':0,'B>C':2,'C>A':1,'C>B':1},'condorcet':null}",
        "pairwise | {'ballots':[{'ranking':['A','B']}]} |"
            + " {'matrix':{'A>B':1,'B>A':0},'condorcet':'A'}",
        "majority | {'votes':{'yes':3,'no':2}} | {'passed':true,'share':0.6}",
        "majority | {'votes':{'yes':2,'no':2}} | {'passed':false,'reason':'tie','share':0.5}",
        "majority | {'votes':{'yes':4,'no':3,'abstain':3},'base':'eligible','eligible':10}"
            + " | {'passed':false,'reason':'threshold','share':0.4}",
        "majority | {'votes':{'yes':2,'no':0},'eligible':10,'quorum':'1/2'}"
            + " | {'passed':false,'reason':'no_quorum','share':1}",
        "majority | {'votes':{'yes':0,'no':0,'abstain':2}} | {'passed':false,'reason':'no_votes'}",
        "supermajority | {'votes':{'yes':2,'no':1}} | {'passed':true,'share':0.6666666666666666}",
        "supermajority | {'votes':{'yes':7,'no':3},'threshold':'0.7'} |"
            + " {'passed':true,'share':0.7}",
        "supermajority | {'votes':{'yes':7,'no':3},'threshold':0.7} | {'passed':true,'share':0.7}",
        "unanimous | {'votes':{'yes':3,'no':0,'abstain':1}} | {'passed':true,'share':1}",
        "unanimous | {'votes':{'yes':3,'no':0,'abstain':1},'base':'eligible'}"
            + " | {'passed':false,'reason':'threshold','share':0.75}",
        "weighted_majority |"
            + " {'votes':[['a','yes',0.2],['b','yes',0.1],['c','no',0.3],['d','abstain',9]]} |"
            + " {'passed':false,'reason':'tie','share':0.5}",
        "weighted_majority | {'votes':[['a','yes',3],['b','no',1]]} | {'passed':true,'share':0.75}",
        "jury_probability | {'competence':[1,0.6],'weights':'log_odds'} | 1",
        "jury_probability | {'competence':[0.5,0.5,0.5],'weights':[1,1,1]} | 0.5",
        "jury_probability | {'competence':[0.75]} | 0.75",
        "approval | {'ballots':[['A','B'],['B'],['C']]} |"
            + " {'winners':['B'],'scores':{'A':1,'B':2,'C':1}}",
        "score | {'ballots':[{'A':5,'B':2.5},{'B':3}]} |"
            + " {'winners':['B'],'scores':{'A':5,'B':5.5}}",
        "star | {'ballots':[{'A':5,'B':4},{'A':3,'B':4},{'A':2,'B':3,'C':1}]} | {'winners':['B'],"
            + "'totals':{'A':10,'B':11,'C':1},'finalists':['B','A'],'runoff':{'B':2,'A':1}}",
        "majority_judgment | {'grades':{'A':[4,3,2],'B':[1,3,3]}}"
            + " | {'winners':['A'],'medians':{'A':3,'B':3}}",
        "quadratic | {'credits':16,'ballots':[{'A':4},{'A':-1,'B':3}]}"
            + " | {'winners':['A','B'],'totals':{'A':3,'B':3},'spent':[16,10]}",
        "surprisingly_popular |"
            + " {'answers':[0.6,0.4],'mean_prediction':[0.75,0.25],'options':['yes','no']} |"
            + " {'winners':['no'],'ratio':[0.7999999999999999,1.6]}",
        "surprisingly_popular | {'answers':[0,0,1,1],'mean_prediction':[0.25,0.5]}"
            + " | {'winners':['0'],'ratio':[2,1]}",
        "banzhaf | {'weights':[4,4,4,2,2,1],'quota':12}"
            + " | [0.23809523809523808,0.23809523809523808,0.23809523809523808,"
            + "0.14285714285714285,0.14285714285714285,0]",
        "shapley_shubik | {'weights':[50,49,1],'quota':51}"
            + " | [0.6666666666666666,0.16666666666666666,0.16666666666666666]",
      })
  void everyOtherOperationAnswers(String op, String input, String value) {
    assertEquals(value, Ask.value(op, input));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'tie_break':'none' | ['A','B','C'] | []",
        "'tie_break':'lexicographic' | ['A'] | ['tie_break=lexicographic']",
        "'tie_break':'seeded','seed':7 | ['B'] | ['tie_break=seeded']",
        "'tie_break':'chair','chair':['C','A'] | ['C'] | ['tie_break=chair']",
        "'tie_break':'chair','chair':[['B','C'],'A'] | ['B','C'] | ['tie_break=chair']",
      })
  void aTieIsReportedOrBroken(String tieBreak, String winners, String flags) {
    var answer = Ask.document("{'op':'schulze','input':{" + CYCLE + "," + tieBreak + "}}");
    assertEquals(winners, answer.at("/value/winners").toString().replace('"', '\''));
    assertEquals(flags, answer.path("flags").toString().replace('"', '\''));
  }

  @Test
  void weightsOfNothingAreEqualAndSaySo() {
    for (String question :
        new String[] {
          "'weighted_majority','input':{'votes':[['a','yes',0],['b','yes',0],['c','no',0]]}",
          "'jury_probability','input':{'competence':[0.5,0.4],'weights':'log_odds'}",
        }) {
      assertEquals(
          "[\"weights_fallback=equal\"]",
          Ask.document("{'op':" + question + "}").path("flags").toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "borda | {'ballots':[]} | empty_input",
        "borda | {'ballots':{}} | invalid_ballot",
        "borda | {'ballots':[1]} | invalid_ballot",
        "borda | {'ballots':[{'count':1}]} | missing_field",
        "borda | {'ballots':[{'ranking':['A'],'weight':1}]} | unknown_field",
        "borda | {'ballots':[{'ranking':'A'}]} | invalid_ballot",
        "borda | {'ballots':[{'ranking':[['A',['B']]]}]} | invalid_ballot",
        "borda | {'ballots':[{'ranking':['A',null]}]} | invalid_ballot",
        "borda | {'ballots':[{'ranking':['A','A']}]} | invalid_ballot",
        "borda | {'ballots':[{'ranking':['A'],'count':1.5}]} | invalid_ballot",
        "borda | {'ballots':[{'ranking':['A'],'count':-1}]} | invalid_ballot",
        "borda | {'ballots':[{'ranking':['A'],'count':NaN}]} | invalid_ballot",
        "borda | {'ballots':[{'ranking':['A'],'count':1e300}]} | invalid_ballot",
        "borda | {'ballots':[{'ranking':['A']}],'options':['B']} | invalid_ballot",
        "borda | {'ballots':[{'ranking':['A']}],'options':'A'} | invalid_input",
        "borda | {'ballots':[{'ranking':['A']}],'tie_break':'coin'} | invalid_input",
        "borda | {'ballots':[{'ranking':['A']}],'tie_break':'seeded'} | missing_field",
        "borda | {'ballots':[{'ranking':['A']}],'tie_break':'chair'} | missing_field",
        "majority | {'votes':[]} | invalid_ballot",
        "majority | {'votes':{'yes':0.5}} | invalid_ballot",
        "majority | {'votes':{'yes':1,'maybe':1}} | unknown_field",
        "majority | {'votes':{'yes':1},'base':'all'} | invalid_input",
        "majority | {'votes':{'yes':1},'quorum':'1/2'} | missing_field",
        "majority | {'votes':{'yes':3},'eligible':2} | invalid_ballot",
        "majority | {'votes':{'yes':1},'eligible':2,'quorum':'most'} | invalid_quorum",
        "majority | {'votes':{'yes':1},'threshold':'2/3'} | unknown_field",
        "supermajority | {'votes':{'yes':1},'threshold':'1/0'} | invalid_threshold",
        "supermajority | {'votes':{'yes':1},'threshold':true} | invalid_threshold",
        "weighted_majority | {'votes':[]} | empty_input",
        "weighted_majority | {'votes':[['a','yes']]} | invalid_ballot",
        "weighted_majority | {'votes':[['a','maybe',1]]} | invalid_ballot",
        "weighted_majority | {'votes':[['a','yes',-1]]} | invalid_weights",
        "weighted_majority | {'votes':[['a','yes','x']]} | invalid_weights",
        "weighted_majority | {'votes':[['a','yes',1],['a','no',1]]} | invalid_ballot",
        "jury_probability | {'competence':[]} | empty_input",
        "jury_probability | {'competence':[1.5]} | invalid_probability",
        "jury_probability | {'competence':['x']} | invalid_probability",
        "jury_probability | {'competence':[0.6],'weights':[1,2]} | invalid_weights",
        "jury_probability | {'competence':[0.6],'weights':'best'} | invalid_weights",
        "jury_probability | {'competence':[0.6],'weights':[null]} | invalid_weights",
        "approval | {'ballots':[[]]} | empty_input",
        "approval | {'ballots':[['A','A']]} | invalid_ballot",
        "approval | {'ballots':[[1]]} | invalid_ballot",
        "score | {'ballots':[{'A':6}]} | invalid_ballot",
        "star | {'ballots':[{'A':'x'}]} | invalid_ballot",
        "star | {'ballots':[[]]} | invalid_ballot",
        "majority_judgment | {'grades':{}} | empty_input",
        "majority_judgment | {'grades':{'A':[1],'B':[1,2]}} | invalid_ballot",
        "quadratic | {'credits':1,'ballots':[{'A':2}]} | over_budget",
        "quadratic | {'credits':'x','ballots':[{'A':2}]} | invalid_input",
        "surprisingly_popular | {'answers':[],'mean_prediction':[0.5,0.5]} | empty_input",
        "surprisingly_popular | {'answers':[2,0,0],'mean_prediction':[0.5,0.5]} | invalid_ballot",
        "surprisingly_popular | {'answers':[1,0],'mean_prediction':[1,0]} | invalid_probability",
        "shapley_shubik | {'weights':[1,1],'quota':5} | invalid_quota",
      })
  void whatHasNoAnswerIsRefused(String op, String input, String code) {
    assertEquals(code, Ask.refusal(op, input));
  }
}
