package io.lida.proof.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.lida.proof.ChromiumPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The one Chromium of all tests that look at the page; they take turns with it. Without one on the
 * path they are left out, unless LIDA_TEST_CHROMIUM says that it is required.
 */
final class Chromium implements ParameterResolver, ExecutionCondition {
  /** On a busy machine; what holds at once is seen at once. */
  private static final int PATIENCE_MILLIS = 20_000;

  private record Open(Playwright playwright, Browser browser) implements AutoCloseable {
    static Open at(Path executable) {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable)
                      .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
      return new Open(playwright, browser);
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean required = "required".equals(System.getenv("LIDA_TEST_CHROMIUM"));
    return required || ChromiumPath.find().isPresent()
        ? ConditionEvaluationResult.enabled("there is a browser")
        : ConditionEvaluationResult.disabled("no chromium is on the path");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Chromium.class))
        .getOrComputeIfAbsent(
            Open.class, open -> Open.at(ChromiumPath.find().orElseThrow()), Open.class)
        .browser();
  }
}
