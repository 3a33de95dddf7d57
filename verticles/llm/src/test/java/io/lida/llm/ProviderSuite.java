package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Misbehaviour;
import io.lida.testkit.Node;
import io.lida.testkit.StubProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider must do, whatever its wire format; each passes it against the stub. */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(BusExtension.class)
abstract class ProviderSuite {
  private static final String SECRET = "plain-secret-of-no-known-form";

  private final String provider;
  private final String keyName;
  private final String keyHeader;
  private final String keyPrefix;

  private StubProvider stub;
  private Node node;

  ProviderSuite(String provider, String keyName, String keyHeader, String keyPrefix) {
    this.provider = provider;
    this.keyName = keyName;
    this.keyHeader = keyHeader;
    this.keyPrefix = keyPrefix;
  }

  @BeforeEach
  void aRoomWhoseProviderIsTheStub(Node node, @TempDir Path folder) throws IOException {
    this.node = node;
    stub = StubProvider.start();
    Map<String, String> environment = new HashMap<>();
    environment.put(keyName, SECRET);
    environment.put("LIDA_" + provider.toUpperCase(Locale.ROOT) + "_BASE_URL", stub.url());
    Room.deploy(node, folder, environment);
  }

  @AfterEach
  void noMoreStub() {
    stub.close();
  }

  @Test
  void answersWithTextUsageAndModel() {
    stub.usage(321, 45);
    Llm.Completion completion = ask(false);
    assertEquals(StubProvider.TURN, completion.text());
    assertEquals("vendor/model-1", completion.model());
    assertEquals("stop", completion.finish());
    assertEquals(1, completion.usage().calls());
    assertEquals(321, completion.usage().inputTokens());
    assertEquals(45, completion.usage().outputTokens());
    assertFalse(completion.usage().estimated());
  }

  @Test
  void makesExactlyOneCallWithTheKeyInItsHeader() {
    ask(false);
    assertEquals(1, stub.calls());
    StubProvider.Request request = stub.requests().getFirst();
    assertEquals(keyPrefix + SECRET, request.header(keyHeader));
    assertFalse(request.path().contains(SECRET));
    assertTrue(request.body().toString().contains("You are Ada."), "the system prompt");
    assertTrue(request.body().toString().contains("Should AI development be paused?"));
    assertTrue(request.body().toString().contains("400"), "the longest answer");
  }

  @Test
  void streamsWordsThatTogetherAreTheText() {
    String said = "Pausing is cheap. ".repeat(20).strip();
    stub.answer(request -> said).usage(77, 88);
    Queue<Llm.Words> heard = node.listen(Llm.words("run-1"));
    Llm.Completion completion = ask(true);
    assertEquals(said, completion.text());
    assertEquals(77, completion.usage().inputTokens());
    assertEquals(88, completion.usage().outputTokens());
    assertEquals("stop", completion.finish());
    Node.until("all words heard", () -> said.length() == words(heard).length());
    assertEquals(said, words(heard));
  }

  @Test
  void streamsTheProseOfAnAnswerInJson() {
    Queue<Llm.Words> heard = node.listen(Llm.words("run-1"));
    assertEquals(StubProvider.TURN, ask(true).text());
    String prose = "A pause costs less than a mistake that cannot be undone.";
    Node.until("all words heard", () -> prose.length() == words(heard).length());
    assertEquals(prose, words(heard));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aRefusedKeyIsNotTriedAgain(int status) {
    stub.always(Misbehaviour.status(status));
    Fault fault = refused(false);
    assertEquals(FaultCode.KEY_REFUSED, fault.code());
    assertEquals("lida keys set " + provider, fault.fix());
    assertEquals(1, stub.calls());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 422})
  void aRefusedRequestIsNotTriedAgain(int status) {
    stub.always(Misbehaviour.status(status));
    assertEquals(FaultCode.REFUSED, refused(true).code());
    assertEquals(1, stub.calls());
  }

  @Test
  void noCallIsMadeBeforeRetryAfter() {
    stub.next(Misbehaviour.rateLimited("1"));
    assertEquals(2, ask(false).usage().calls());
    List<StubProvider.Request> requests = stub.requests();
    long between = requests.get(1).atNanos() - requests.get(0).atNanos();
    assertTrue(between >= Duration.ofSeconds(1).toNanos(), between + " ns");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 529})
  void whatMayPassIsTriedAgain(int status) {
    stub.next(Misbehaviour.status(status));
    assertEquals(2, ask(false).usage().calls());
    assertEquals(2, stub.calls());
  }

  @Test
  void whatDoesNotPassFailsAfterFiveTries() {
    stub.always(Misbehaviour.status(500));
    Fault fault = refused(false);
    assertEquals(FaultCode.UPSTREAM, fault.code());
    assertTrue(fault.detail().contains("try 5"), fault.detail());
    assertEquals(5, stub.calls());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoNeverAnswersIsLeft(boolean stream) {
    stub.next(Misbehaviour.Kind.HANG);
    assertEquals(2, ask(stream).usage().calls());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoAnswersByteByByteIsLeft(boolean stream) {
    stub.next(new Misbehaviour.Drip(Duration.ofSeconds(10)));
    assertEquals(2, ask(stream).usage().calls());
  }

  @ParameterizedTest
  @EnumSource(
      value = Misbehaviour.Kind.class,
      names = {"HALF", "RESET", "EMPTY", "NO_END_MARK"})
  void halfAStreamIsNoAnswer(Misbehaviour.Kind kind) {
    stub.next(kind);
    Llm.Completion completion = ask(true);
    assertEquals(StubProvider.TURN, completion.text());
    assertEquals(2, completion.usage().calls());
  }

  @ParameterizedTest
  @EnumSource(
      value = Misbehaviour.Kind.class,
      names = {"HALF", "RESET", "EMPTY"})
  void halfAnAnswerIsNoAnswer(Misbehaviour.Kind kind) {
    stub.next(kind);
    Llm.Completion completion = ask(false);
    assertEquals(StubProvider.TURN, completion.text());
    assertEquals(2, completion.usage().calls());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPageOrHalfAnObjectIsNoAnswer(boolean stream) {
    stub.next(Misbehaviour.html(), Misbehaviour.invalidJson());
    assertEquals(3, ask(stream).usage().calls());
    stub.always(Misbehaviour.html());
    Fault fault = refused(stream);
    assertEquals(FaultCode.GARBLED, fault.code());
    assertTrue(fault.detail().contains("Sign in"), fault.detail());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEndlessAnswerIsCutOff(boolean stream) {
    stub.next(new Misbehaviour.Huge(50L << 20));
    assertEquals(2, ask(stream).usage().calls());
  }

  @Test
  void missingUsageIsEstimatedAndSaidToBe() {
    stub.next(Misbehaviour.Kind.NO_USAGE);
    Llm.Completion completion = ask(false);
    assertTrue(completion.usage().estimated());
    assertTrue(completion.usage().inputTokens() > 0);
    assertTrue(completion.usage().outputTokens() > 0);
  }

  @Test
  void secretsInTheProvidersWordsAreMasked() {
    String known = "sk-ant-api03-abcdefghijklmnop";
    stub.next(Misbehaviour.leaking(400, SECRET), Misbehaviour.leaking(401, known));
    Fault own = refused(false);
    Fault foreign = refused(false);
    assertEquals("the key *** is not welcome", own.detail());
    assertEquals("the key *** is not welcome", foreign.detail());
  }

  private Llm.Completion ask(boolean stream) {
    return node.ask(Llm.COMPLETE, Room.call(provider + "/vendor/model-1", stream));
  }

  private Fault refused(boolean stream) {
    return Room.refused(node, Room.call(provider + "/vendor/model-1", stream));
  }

  private static String words(Queue<Llm.Words> heard) {
    return heard.stream()
        .sorted(Comparator.comparingInt(Llm.Words::at))
        .map(Llm.Words::text)
        .collect(Collectors.joining());
  }
}
