package io.lida.gateway;

import io.lida.contract.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key: {@code lida_<id>_<secret>_<crc>}. The id is open and finds the key, the secret has 256
 * bits, and the checksum tells a slip of the pen from a key that is not known.
 */
record ApiKey(String id, String text) {
  private static final Pattern FORM =
      Pattern.compile("lida_([a-z0-9]{8})_[A-Za-z0-9]{43}_([0-9a-f]{8})");
  private static final String OPEN = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID = 8;

  /** 62 to the power of 43 is just above 2 to the power of 256. */
  private static final int SECRET = 43;

  /**
   * A new key.
   *
   * @param random must be fit for secrets
   */
  static ApiKey draw(RandomGenerator random) {
    String id = letters(OPEN, ID, random);
    String head = "lida_" + id + "_" + letters(BASE62, SECRET, random);
    return new ApiKey(id, head + "_" + checksum(head));
  }

  /** The key, if it is well-formed. */
  static Optional<ApiKey> parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String head = text.substring(0, text.lastIndexOf('_'));
    return checksum(head).equals(matcher.group(2))
        ? Optional.of(new ApiKey(matcher.group(1), text))
        : Optional.empty();
  }

  /** {@code sha256:} and 64 hex digits; a secret of high entropy needs no slow hash. */
  String hash() {
    return Event.digest(text);
  }

  /** Whether the hash is this key's, in a time that does not depend on where they differ. */
  boolean fits(String hash) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "lida_" + id + "_***";
  }

  private static String letters(String alphabet, int count, RandomGenerator random) {
    StringBuilder letters = new StringBuilder(count);
    for (int at = 0; at < count; at++) {
      letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return letters.toString();
  }

  private static String checksum(String head) {
    CRC32 crc = new CRC32();
    crc.update(head.getBytes(StandardCharsets.US_ASCII));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
