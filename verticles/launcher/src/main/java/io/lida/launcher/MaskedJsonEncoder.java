package io.lida.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.lida.contract.Trace;
import io.lida.store.Masked;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One JSON object a line, in which no credential can be read. A message about a run begins with
 * {@code run ID: } or {@code run ID agent ID: }; both ids become fields of their own, and so does
 * the trace that it was logged under.
 */
public final class MaskedJsonEncoder extends JsonEncoder {
  private static final Pattern ABOUT =
      Pattern.compile("^run ([a-z0-9_-]{1,64})(?: agent ([a-z0-9_.-]{1,64}))?: ");

  /** For logback, which makes it by name. */
  public MaskedJsonEncoder() {
    setWithContext(false);
    setWithSequenceNumber(false);
    setWithNanoseconds(false);
    setWithArguments(false);
    setWithFormattedMessage(true);
    setWithMessage(false);
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line = new String(Masked.json(super.encode(event)), UTF_8);
    return ("{" + about(event) + trace() + line.strip().substring(1) + "\n").getBytes(UTF_8);
  }

  private static String trace() {
    return Trace.current().map(trace -> "\"trace\":\"" + trace.id() + "\",").orElse("");
  }

  private static String about(ILoggingEvent event) {
    Matcher about = ABOUT.matcher(event.getFormattedMessage());
    if (!about.find()) {
      return "";
    }
    String agent = about.group(2) == null ? "" : "\"agent\":\"" + about.group(2) + "\",";
    return "\"run\":\"" + about.group(1) + "\"," + agent;
  }
}
