package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.FaultCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroublesTest {
  private static final String SPENT =
      "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"You exceeded your quota.\"}}";

  private final Clock clock = new Clock();
  private final Troubles troubles = new Troubles("openai", new Key("my-own-key"), clock);

  @ParameterizedTest
  @CsvSource({
    "400, REFUSED, false, WELL",
    "401, KEY_REFUSED, false, WELL",
    "402, REFUSED, false, WELL",
    "403, KEY_REFUSED, false, WELL",
    "404, REFUSED, false, WELL",
    "408, TIMEOUT, true, ILL",
    "422, REFUSED, false, WELL",
    "429, OVERLOADED, true, BUSY",
    "500, UPSTREAM, true, ILL",
    "503, UPSTREAM, true, ILL",
    "529, OVERLOADED, true, DROWNING"
  })
  void eachStatusHasOneMeaning(int status, FaultCode code, boolean again, Trouble.Sign sign) {
    Trouble trouble = troubles.status(status, null, "{\"error\":{\"message\":\"no\"}}");
    assertEquals(code, trouble.fault().code());
    assertEquals(again, trouble.again());
    assertEquals(sign, trouble.sign());
    assertEquals("no", trouble.fault().detail());
    assertTrue(trouble.reached());
  }

  @Test
  void aModelThatWillNotAnswerIsNoRequestAtFault() {
    Trouble declined = troubles.contentRefused("the provider's policy");
    assertEquals(FaultCode.DECLINED, declined.fault().code());
    assertFalse(declined.again());
  }

  @Test
  void retryAfterIsReadAsSecondsAndAsADate() {
    assertEquals(Duration.ofSeconds(7), troubles.status(429, "7", "").after());
    assertEquals(
        Duration.ofSeconds(90), troubles.status(429, "Fri, 20 Nov 2026 12:01:30 GMT", "").after());
    assertEquals(Duration.ZERO, troubles.status(503, "Fri, 20 Nov 2026 11:00:00 GMT", "").after());
    assertNull(troubles.status(429, "soon", "").after());
  }

  @Test
  void geminiSaysInTheBodyHowLongToWait() {
    String body = "{\"error\":{\"details\":[{\"retryDelay\": \"34.5s\"}]}}";
    assertEquals(Duration.ofMillis(34_500), troubles.status(429, null, body).after());
  }

  @Test
  void aSpentAccountIsNotARateLimit() {
    Trouble spent = troubles.status(429, null, SPENT);
    assertEquals(FaultCode.REFUSED, spent.fault().code());
    assertFalse(spent.again());
    assertTrue(troubles.status(429, "3", SPENT).again());
  }

  @Test
  void aKeyIsMaskedWhateverFormItHasAndBeforeTextIsCut() {
    String filler = "x".repeat(235);
    assertEquals("bad ***", troubles.status(500, null, "bad my-own-key").fault().detail());
    String cut = troubles.status(500, null, filler + " my-own-key").fault().detail();
    assertFalse(cut.contains("my-"), cut);
  }
}
