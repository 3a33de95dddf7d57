package io.lida.proof.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.lida.proof.Cli;
import io.lida.proof.TableServer;
import io.lida.testkit.StubProvider;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and a server in a process of its own, which is killed and started again. */
@PageTest
class KilledServerTest {
  private static final int ROUNDS = 6;
  private static final String STUB = "local/stub";

  @Test
  void aServerThatIsKilledLosesNothingOnThePageAndRepeatsNothing(
      Browser browser, @TempDir Path folder) throws Exception {
    try (StubProvider model = StubProvider.start().latency(Duration.ofMillis(250));
        Cli user = new Cli(folder).with("LIDA_LOCAL_BASE_URL", model.url() + "/v1");
        TableServer server = new TableServer(user, "{\"patience\":\"PT60S\",\"again\":\"PT2S\"}");
        Visit visit = Visit.wide(browser, server.link())) {
      Page page =
          visit.open(
              "/runs/" + server.debate(ROUNDS, STUB, STUB, STUB), "lida-turn, lida-speaking");
      assertThat(page.locator("lida-turn").nth(3)).isVisible();
      server.killAndStartAgain();
      assertThat(page.locator(".outcome")).hasCount(1, LivePageTest.PATIENTLY);
      assertThat(page.locator(".link-state")).hasText("Live");
      LivePageTest.assertWhole(page, ROUNDS);
    }
  }
}
