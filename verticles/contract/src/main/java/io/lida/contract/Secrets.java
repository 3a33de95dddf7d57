package io.lida.contract;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks what looks like a credential: one list of forms for logs, events, errors and exports.
 *
 * <p>Text without the beginning of any known form, which is nearly all text, is scanned once and
 * returned as it is. Thread-safe.
 */
public final class Secrets {
  /** What stands where a secret stood. */
  public static final String MASK = "***";

  /** A form: the text that must be there for the pattern to be worth trying, and what to keep. */
  private record Form(String marker, Pattern pattern, String replacement) {}

  private static final List<Form> FORMS =
      List.of(
          form("sk-", "\\bsk-[A-Za-z0-9_-]{8,}", MASK),
          form("AIza", "\\bAIza[A-Za-z0-9_-]{16,}", MASK),
          form("gsk_", "\\bgsk_[A-Za-z0-9]{8,}", MASK),
          form("hf_", "\\bhf_[A-Za-z0-9]{8,}", MASK),
          form("xai-", "\\bxai-[A-Za-z0-9_-]{8,}", MASK),
          form("pplx-", "\\bpplx-[A-Za-z0-9_-]{8,}", MASK),
          form("lida_", "\\blida_[a-z0-9]{8}_[A-Za-z0-9_]{16,}", MASK),
          form("eyJ", "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*", MASK),
          form("://", "(\\b[a-z][a-z0-9+.-]*://[^\\s/:@\"']*:)[^\\s/@\"']+@", "$1" + MASK + "@"),
          form("uthorization", "([Aa]uthorization\"?\\s*[:=]\\s*\"?)[^\\r\\n\",}]+", "$1" + MASK),
          form("earer ", "\\b([Bb]earer )[A-Za-z0-9._~+/=-]{8,}", "$1" + MASK),
          form("api-key", "([xX]?-?api-key\"?\\s*[:=]\\s*\"?)[^\\s\"',}]+", "$1" + MASK),
          form("ookie", "\\b((?:[Ss]et-)?[Cc]ookie\"?\\s*:\\s*\"?)[^\\r\\n\"}]+", "$1" + MASK),
          form("oken=", "([?&;][a-zA-Z_]*[tT]oken=)[^\\s&\"'#]+", "$1" + MASK),
          form("key=", "([?&;][a-zA-Z_]*key=)[^\\s&\"'#]+", "$1" + MASK));

  private Secrets() {}

  private static Form form(String marker, String pattern, String replacement) {
    return new Form(marker, Pattern.compile(pattern), replacement);
  }

  /** The text with every credential in it replaced by {@link #MASK}. */
  public static String mask(String text) {
    String masked = text;
    for (Form form : FORMS) {
      if (masked.contains(form.marker())) {
        masked = form.pattern().matcher(masked).replaceAll(form.replacement());
      }
    }
    return masked;
  }
}
