package io.lida.gateway;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser may do with a page of ours: run our own files, and of what stands in the page only
 * what stood there when it was read (an import map has to).
 */
final class Policy {
  /** For everything that is no page. */
  static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private static final Pattern SCRIPT =
      Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern STYLE = Pattern.compile("<style[^>]*>(.*?)</style>", Pattern.DOTALL);

  private Policy() {}

  /** The content security policy of a page. */
  static String of(String html) {
    return "default-src 'self'; script-src 'self'"
        + hashes(SCRIPT, html)
        + "; style-src 'self'"
        + hashes(STYLE, html)
        + "; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
        + " frame-ancestors 'none'";
  }

  private static String hashes(Pattern element, String html) {
    StringBuilder hashes = new StringBuilder();
    for (Matcher found = element.matcher(html); found.find(); ) {
      byte[] text = found.group(1).getBytes(StandardCharsets.UTF_8);
      hashes.append(" 'sha256-").append(StaticFile.hash(text)).append('\'');
    }
    return hashes.toString();
  }
}
