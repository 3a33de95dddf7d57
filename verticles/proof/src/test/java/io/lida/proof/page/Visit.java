package io.lida.proof.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One browser session on the page: it came in by the one-use link, and notes whatever goes wrong, a
 * violated content policy and a request to elsewhere included.
 */
final class Visit implements AutoCloseable {
  /** How wide and how high a window is. */
  enum Window {
    WIDE(1440, 1000),
    NARROW(390, 844);

    final int width;
    final int height;

    Window(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private static final String REPORT_VIOLATIONS =
      "addEventListener('securitypolicyviolation', event =>"
          + " console.error('policy violated: ' + event.violatedDirective + ' '"
          + " + event.blockedURI + ' ' + event.sample));";

  private final BrowserContext context;
  private final Page page;
  private final String origin;
  private final List<String> trouble = new CopyOnWriteArrayList<>();

  Visit(Browser browser, String link, Window window) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(window.width, window.height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true));
    context.setDefaultTimeout(20_000);
    context.addInitScript(REPORT_VIOLATIONS);
    page = context.newPage();
    origin = link.substring(0, link.indexOf('/', link.indexOf("//") + 2));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            trouble.add(message.text());
          }
        });
    page.onPageError(trouble::add);
    page.onDialog(
        dialog -> {
          trouble.add("a dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
            trouble.add("asked elsewhere: " + request.url());
          }
        });
    page.navigate(link);
  }

  static Visit wide(Browser browser, String link) {
    return new Visit(browser, link, Window.WIDE);
  }

  Page page() {
    return page;
  }

  /** Goes to a path of the page and waits until its main text is there. */
  Page open(String path, String landmark) {
    page.navigate(origin + path);
    page.waitForSelector(landmark);
    return page;
  }

  /** The text of the first element found; empty when there is none. */
  String text(String selector) {
    return page.querySelector(selector) == null ? "" : page.innerText(selector);
  }

  int count(String selector) {
    return page.locator(selector).count();
  }

  /** What went wrong so far. */
  List<String> trouble() {
    return trouble;
  }

  void assertQuiet() {
    assertEquals(List.of(), trouble);
  }

  @Override
  public void close() {
    context.close();
  }
}
