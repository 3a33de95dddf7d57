package io.lida.contract;

import java.util.random.RandomGenerator;

/** What runs and studies are called. */
public final class NewId {
  /** Digits and small letters without i, l, o and u, which are misread or make words. */
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 8;

  private NewId() {}

  /** Eight characters, one of 2<sup>40</sup>: where it is taken already, another is drawn. */
  public static String from(RandomGenerator random) {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
