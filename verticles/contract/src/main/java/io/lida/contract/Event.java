package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One entry of a run's log, {@code lida.event/v1}.
 *
 * @param seq from 1, without a gap
 * @param at when the owner wrote it
 * @param prevHash the hash of the entry before; {@link #GENESIS} for the first
 * @param hash SHA-256, in hex, over {@code prevHash, runId, seq, type, at, payload}, one a line,
 *     the payload as the JSON that is stored
 */
@JsonPropertyOrder({"schema", "run_id", "seq", "type", "at", "hash", "prev_hash", "payload"})
public record Event(
    String schema,
    String runId,
    long seq,
    Instant at,
    String hash,
    String prevHash,
    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
            property = "type")
        RunEvent payload) {
  /** The document's name. */
  public static final String SCHEMA = "lida.event/v1";

  /** What stands before the first entry. */
  public static final String GENESIS = "0".repeat(64);

  private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Event::sha256);

  /** The hash of an entry; see {@link Event}. */
  public static String hash(
      String prevHash, String run, long seq, String type, Instant at, byte[] payload) {
    MessageDigest digest = SHA256.get();
    String head = prevHash + '\n' + run + '\n' + seq + '\n' + type + '\n' + at + '\n';
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(payload));
  }

  /** SHA-256 of any text as {@code sha256:} and 64 hex digits. */
  public static String digest(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "sha256:" + HexFormat.of().formatHex(SHA256.get().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
