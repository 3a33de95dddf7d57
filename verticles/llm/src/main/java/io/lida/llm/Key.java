package io.lida.llm;

import io.lida.contract.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A credential; what it is can be had only by asking for it in so many words. */
record Key(String secret) {
  private static final Pattern FORM = Pattern.compile("[!-~]+");

  Key {
    secret = secret.strip();
    if (!FORM.matcher(secret).matches()) {
      throw new IllegalArgumentException("a key is one word of visible ASCII");
    }
  }

  /** The text without this key in it, whatever form the key has, and without any other. */
  String hiddenIn(String text) {
    return Secrets.mask(text.replace(secret, Secrets.MASK));
  }

  /** Tells this key from others, in names that may be read, without telling what it is. */
  String digest() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return Secrets.MASK;
  }
}
