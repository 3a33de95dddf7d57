package io.lida.deliberation;

import io.lida.contract.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The system part of a seat's prompts, written once for each card, however many runs it sits in: a
 * text that is the same object in every call is also escaped only once. Thread-safe.
 */
final class SystemPrompts {
  private static final int MOST = 512;

  /** By the digest of the card, the one used longest ago first. */
  private static final Map<String, String> KNOWN =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  private SystemPrompts() {}

  /** Who the model is; the same in every call of a seat. */
  static String of(Manifest.Seat seat) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(seat.digest(), digest -> Prompts.system(seat));
    }
  }
}
