package io.lida.deliberation;

import io.lida.contract.Card;
import io.lida.contract.Manifest;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The system part of a seat's prompts, written once for each card, however many runs it sits in: a
 * text that is the same object in every call is also escaped only once. Thread-safe.
 */
final class SystemPrompts {
  private static final Map<Card, String> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

  private SystemPrompts() {}

  /** Who the model is; the same in every call of a seat. */
  static String of(Manifest.Seat seat) {
    return KNOWN.computeIfAbsent(seat.card(), card -> Prompts.system(seat));
  }
}
