package io.lida.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs short texts for one purpose, so that we recognise them as ours after a restart. The secret
 * is derived from the admin key: with a new key all that was sealed is void. Thread-safe.
 */
final class Seal {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  Seal(ApiKey admin, String purpose) {
    byte[] root = admin.text().getBytes(StandardCharsets.US_ASCII);
    this.secret = new SecretKeySpec(mac(new SecretKeySpec(root, ALGORITHM), purpose), ALGORITHM);
  }

  /** The text and its signature, in letters that need no escape in a URL or a cookie. */
  String seal(String text) {
    String body = base64(text.getBytes(StandardCharsets.UTF_8));
    return body + "." + base64(mac(secret, body));
  }

  /** The text that was sealed; empty when this is nothing of ours. */
  Optional<String> open(String sealed) {
    int dot = sealed.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String body = sealed.substring(0, dot);
    byte[] ours = base64(mac(secret, body)).getBytes(StandardCharsets.US_ASCII);
    byte[] theirs = sealed.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(ours, theirs)
        ? Optional.of(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static byte[] mac(SecretKeySpec secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
