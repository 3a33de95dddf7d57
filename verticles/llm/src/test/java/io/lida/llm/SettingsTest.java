package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void whatIsShippedIsWhatIsPromised() {
    Settings settings = Settings.read(Room.CONF.resolve("providers.json"));
    assertEquals(
        List.of(
            "anthropic",
            "openai",
            "openrouter",
            "google",
            "xai",
            "perplexity",
            "local",
            "sim",
            "agent",
            "person"),
        settings.providers().stream().map(Settings.Provider::id).toList());
    assertEquals(Settings.Timeouts.defaults(), settings.timeouts());
    assertEquals(Retries.defaults(), settings.retries());
    assertEquals(Settings.Circuits.defaults(), settings.circuits());
    assertEquals(Duration.ofMillis(50), settings.wordsEvery());
    PriceBook.read(Room.CONF.resolve("prices.json"));
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws IOException {
    Settings settings = read("{\"providers\":[{\"id\":\"sim\",\"wire\":\"sim\"}]}");
    assertEquals(Retries.defaults(), settings.retries());
    assertEquals(Settings.Limits.defaults(), settings.providers().getFirst().limits());
  }

  @Test
  void noLimitPerMinuteIsShipped() {
    for (Settings.Provider provider :
        Settings.read(Room.CONF.resolve("providers.json")).providers()) {
      assertNull(provider.limits().requestsPerMinute(), provider.id());
      assertNull(provider.limits().tokensPerMinute(), provider.id());
    }
  }

  @Test
  void aLimitPerMinuteCanStandAlone() throws IOException {
    assertEquals(new Settings.Limits(64, 1024, 50, null), limits("\"requests_per_minute\":50"));
    assertEquals(
        new Settings.Limits(8, 1024, null, 40_000),
        limits("\"initial\":8,\"tokens_per_minute\":40000"));
  }

  @Test
  void whatIsLeftOutOfTheCallsAtOnceFitsWhatIsSaid() throws IOException {
    assertEquals(Settings.Limits.atOnce(4096, 4096), limits("\"initial\":4096"));
    assertEquals(Settings.Limits.atOnce(16, 16), limits("\"max\":16"));
  }

  @Test
  void aLimitOfNothingIsRefused() {
    for (String limit : List.of("\"requests_per_minute\":0", "\"tokens_per_minute\":-1")) {
      Fault fault = refusal(withLimits(limit));
      assertTrue(fault.detail().contains("above zero"), fault.detail());
    }
    assertTrue(refusal(withLimits("\"initial\":0")).detail().contains("1 <= initial <= max"));
    assertTrue(refusal(withLimits("\"max\":0")).detail().contains("1 <= initial <= max"));
  }

  @Test
  void anUnknownNameIsRefused() {
    Fault fault = refusal("{\"providers\":[],\"retrys\":{}}");
    assertEquals(FaultCode.INVALID_CONFIG, fault.code());
    assertTrue(fault.detail().contains("retrys"), fault.detail());
  }

  @Test
  void aProviderWithoutABaseUrlIsRefused() {
    Fault fault = refusal("{\"providers\":[{\"id\":\"mine\",\"wire\":\"openai\"}]}");
    assertTrue(fault.detail().contains("mine needs a base_url"), fault.detail());
  }

  @Test
  void aBaseUrlIsOverriddenInTheOrderOfTheNames() {
    assertEquals("http://a/v1", openai(Map.of("OPENAI_API_BASE", "http://a/v1/")).baseUrl());
    Directory.Entry entry =
        openai(
            Map.of(
                "OPENAI_API_BASE", "http://a/v1",
                "OPENAI_BASE_URL", "http://b/v1",
                "LIDA_OPENAI_BASE_URL", "http://c/v1"));
    assertEquals("http://c/v1", entry.baseUrl());
    assertEquals("env LIDA_OPENAI_BASE_URL", entry.origin());
    assertEquals("conf", openai(Map.of()).origin());
  }

  @Test
  void aBaseUrlWithoutAPathHasTheUsualOne() {
    Map<String, String> environment = Map.of("LIDA_OPENAI_BASE_URL", "http://127.0.0.1:9");
    assertEquals("http://127.0.0.1:9/v1", openai(environment).baseUrl());
  }

  @Test
  void aBaseUrlThatIsNoneIsRefused() {
    Fault fault =
        assertThrows(Fault.class, () -> openai(Map.of("OPENAI_BASE_URL", "localhost:8080")));
    assertEquals(FaultCode.INVALID_CONFIG, fault.code());
    assertTrue(fault.title().contains("OPENAI_BASE_URL"), fault.title());
  }

  private Settings.Limits limits(String limits) throws IOException {
    return read(withLimits(limits)).providers().getFirst().limits();
  }

  private static String withLimits(String limits) {
    return "{\"providers\":[{\"id\":\"sim\",\"wire\":\"sim\",\"limits\":{" + limits + "}}]}";
  }

  private static Directory.Entry openai(Map<String, String> environment) {
    Settings shipped = Settings.read(Room.CONF.resolve("providers.json"));
    return new Directory(shipped, environment).find("openai");
  }

  private Settings read(String json) throws IOException {
    return Settings.read(Files.writeString(folder.resolve("providers.json"), json));
  }

  private Fault refusal(String json) {
    return assertThrows(Fault.class, () -> read(json));
  }
}
