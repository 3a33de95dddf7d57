package io.lida.deliberation;

import io.lida.contract.RunEvent.Call;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The calls of a run that are under way, and how often each went out. Not thread-safe. */
final class OpenCalls {
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  /** Those of the calls under way that persons are to answer. */
  private final Set<String> owedByPersons = new HashSet<>();

  void asked(Call call, boolean inPerson) {
    attempts.put(call.id(), call.attempt());
    underWay.add(call.id());
    if (inPerson) {
      owedByPersons.add(call.id());
    }
  }

  void answered(String call) {
    underWay.remove(call);
    owedByPersons.remove(call);
  }

  /** Whoever asked is gone, and no answer will come any more. */
  void lost() {
    underWay.clear();
    owedByPersons.clear();
  }

  boolean has(String call) {
    return underWay.contains(call);
  }

  boolean none() {
    return underWay.isEmpty();
  }

  /** Whether a vote is among them. */
  boolean votes() {
    return underWay.stream().anyMatch(call -> call.startsWith("vote"));
  }

  /** Whether no model is at work. */
  boolean settled() {
    return owedByPersons.size() == underWay.size();
  }

  /** Whether there are any, and all of them are for persons to answer. */
  boolean waitForPersons() {
    return !owedByPersons.isEmpty() && settled();
  }

  /** How often a call went out so far. */
  int attempts(String call) {
    return attempts.getOrDefault(call, 0);
  }
}
