package io.lida.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.lida.contract.Secrets;

/** Lines for people, in which no credential can be read. */
public final class MaskedLineEncoder extends PatternLayoutEncoder {
  /** For logback, which makes it by name. */
  public MaskedLineEncoder() {
    setPattern("%d{HH:mm:ss.SSS} %-5level %msg%n%ex{short}");
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return Secrets.mask(new String(super.encode(event), UTF_8)).getBytes(UTF_8);
  }
}
