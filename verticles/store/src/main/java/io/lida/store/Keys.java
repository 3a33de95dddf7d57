package io.lida.store;

import java.util.regex.Pattern;

/** The names of everything kept in Redis. */
final class Keys {
  static final String RUN = "lida:run:{";
  static final String LOG = "}:log";
  static final String OWN = "}:own";
  static final String SUMMARY = "}:summary";
  static final String INDEX = "lida:runs:";
  static final String OWED = "lida:agents:owed:";
  static final String TURN = "lida:agents:turn:";
  static final String SEEN = "lida:agents:seen:";
  static final String STUDY = "lida:state:study:{";
  static final String PLAN = "}:plan";
  static final String DRIVEN = "}:driven";

  /** Ids stand in keys, in channels and unquoted in JSON, so they are plain. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private Keys() {}

  static String log(String run) {
    return RUN + checked(run) + LOG;
  }

  static String own(String run) {
    return RUN + checked(run) + OWN;
  }

  static String summary(String run) {
    return RUN + checked(run) + SUMMARY;
  }

  static String all() {
    return INDEX + "all";
  }

  static String status(String status) {
    return INDEX + "status:" + status;
  }

  static String idempotency(String key) {
    return INDEX + "key:" + key;
  }

  static String notices() {
    return "lida:state:notices";
  }

  /** What a persona of a tenant forecast, where the outcome is known. */
  static String record(String tenant, String persona) {
    return "lida:state:record:" + tenant + ":" + persona;
  }

  /** The plan of a study, and how far it is. */
  static String plan(String study) {
    return STUDY + checked(study) + PLAN;
  }

  /** There while somebody drives the study. */
  static String driven(String study) {
    return STUDY + checked(study) + DRIVEN;
  }

  static String studies() {
    return "lida:state:studies:all";
  }

  static String openStudies() {
    return "lida:state:studies:open";
  }

  static String studyKey(String key) {
    return "lida:state:studies:key:" + key;
  }

  static String access() {
    return "lida:access:keys";
  }

  static String bucket(String key) {
    return "lida:limit:" + key;
  }

  /** A turn of a program with a seat, and its answer. */
  static String turn(String id) {
    return TURN + id;
  }

  /** What an agent owes, by the moment at which nobody waits for it any more. */
  static String owed(String tenant, String agent) {
    return OWED + tenant + ":" + agent;
  }

  /** When the agents of a tenant were last heard of. */
  static String seen(String tenant) {
    return SEEN + tenant;
  }

  static String checked(String run) {
    if (!ID.matcher(run).matches()) {
      throw new IllegalArgumentException(
          "not an id: " + run + " (letters, digits, dot, dash and underscore; at most 128)");
    }
    return run;
  }
}
