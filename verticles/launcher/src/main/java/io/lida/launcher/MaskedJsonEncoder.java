package io.lida.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.lida.store.Masked;

/** One JSON object a line, in which no credential can be read. */
public final class MaskedJsonEncoder extends JsonEncoder {
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
    return (line.stripTrailing() + "\n").getBytes(UTF_8);
  }
}
