package io.lida.llm;

import io.lida.contract.Secrets;

/** A credential; what it is can be had only by asking for it in so many words. */
record Key(String secret) {
  Key {
    secret = secret.strip();
    if (!secret.matches("[!-~]+")) {
      throw new IllegalArgumentException("a key is one word of visible ASCII");
    }
  }

  /** The text without this key in it, whatever form the key has, and without any other. */
  String hiddenIn(String text) {
    return Secrets.mask(text.replace(secret, Secrets.MASK));
  }

  @Override
  public String toString() {
    return Secrets.MASK;
  }
}
