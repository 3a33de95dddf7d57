package io.lida.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where more about a run or a study is to be had. */
final class Links {
  private Links() {}

  static Map<String, String> of(String run) {
    String self = "/api/v1/runs/" + run;
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    links.put("status", "/api/deliberation/status?id=" + run);
    links.put("events", self + "/events");
    links.put("stream", "/stream?run=" + run);
    links.put("page", "/runs/" + run);
    return links;
  }

  static Map<String, String> ofStudy(String study) {
    String self = "/api/v1/studies/" + study;
    return Map.of("self", self, "status", self + "/summary");
  }
}
