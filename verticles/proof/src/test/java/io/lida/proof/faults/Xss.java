package io.lida.proof.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Row 40: models, cards and topics that speak in scripts, looked at in a browser. */
record Xss() implements Row {
  private static final Pattern LINK = Pattern.compile("http://[^\\s\"]+/login\\?ticket=[^\\s\"]+");

  /** How long a page may take to show a run, and how long one is left to do its worst. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration SETTLES = Duration.ofSeconds(4);

  private static final String SHOWN = "spoken-4c1f";

  @Override
  public int number() {
    return 40;
  }

  @Override
  public String fault() {
    return "XSS in model output, persona names, topics: 50 payloads";
  }

  @Override
  public String required() {
    return "0 scripts run, 0 foreign requests; CSP violations 0";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Browser browser = stage.own(new Browser(stage.folder().resolve("browser")));
    Beacon beacon = stage.own(new Beacon());
    List<String> payloads = Payloads.calling(beacon.url());
    Served server = stage.server();
    card(server.home(), payloads.get(13));
    server.begin().ready();
    String words = SHOWN + " " + String.join(" \n\n", payloads);
    Provider provider = stage.providers().getFirst();
    provider.answer(
        200,
        Wire.text(
            Map.of(
                "stance",
                0.5,
                "confidence",
                0.7,
                "vote",
                "for",
                "argument",
                words,
                "reason",
                words,
                "cites",
                payloads.subList(0, 3),
                "concedes",
                payloads.subList(20, 23))));
    String run = deliberation(server.http(), payloads);
    String site = "http://127.0.0.1:" + server.port();
    boolean shown =
        browser.shows(link(server), "\u0000", SETTLES)
            | browser.shows(site + "/runs/" + run, SHOWN, PATIENCE);
    findings.require(shown, "the page did not show what the model said");
    browser.shows(site + "/runs/" + run, "\u0000", SETTLES);
    for (String path : List.of("/", "/personas", "/attach")) {
      browser.shows(site + path, "\u0000", SETTLES);
    }
    findings.requireNone(beacon.calls());
    List<String> violations =
        browser
            .console()
            .filter(line -> line.contains("Content Security Policy"))
            .distinct()
            .toList();
    findings.requireNone(violations);
    findings.saw(
        "%d payloads, %d calls home, %d CSP violations",
        payloads.size(), beacon.calls().size(), violations.size());
  }

  private static String deliberation(Http door, List<String> payloads)
      throws IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>(Load.deliberation(1));
    body.put("topic", "Is " + String.join(" ", payloads.subList(0, 20)) + " safe?");
    body.put("personas", List.of("mine.scripted", "open_source.accelerationist"));
    body.put("rounds", 2);
    Http.Answer answer = door.post("/api/deliberate", body);
    if (answer.status() != 202) {
      throw new IOException("not accepted: " + answer.status() + " " + answer.body());
    }
    String run = answer.json().path("id").asText();
    Settling.of(List.of(new Load.Accepted(run, "", 1)), door, Duration.ofSeconds(30));
    return run;
  }

  private static void card(Path home, String payload) throws IOException {
    Path shipped =
        Path.of(System.getProperty("lida.root", "."))
            .resolve("personas/academic_ml.empiricist.json");
    ObjectNode card = (ObjectNode) Wire.parse(Files.readString(shipped));
    card.put("id", "mine.scripted").put("name", "Ada " + payload);
    ((ObjectNode) card.path("background")).put("backstory", payload + " was here.");
    Files.writeString(
        Files.createDirectories(home.resolve("cards")).resolve("mine.scripted.json"),
        Wire.pretty(card));
  }

  /** The one-use link that the server says at its start. */
  private static String link(Served server) throws IOException {
    Matcher link = LINK.matcher(server.said());
    return Optional.of(link)
        .filter(Matcher::find)
        .map(Matcher::group)
        .orElseThrow(() -> new IOException("the server says no link at its start"));
  }
}
