package io.lida.deliberation;

import java.util.Optional;

/** The places for runs that are worked on at once. Used on one context. */
final class Places {
  private final int all;
  private int taken;

  Places(int all) {
    this.all = all;
  }

  /** A place, if one is free. */
  Optional<Place> take() {
    return free() == 0 ? Optional.empty() : Optional.of(new Place());
  }

  int free() {
    return all - taken;
  }

  /** A place that is taken until it is left. */
  final class Place {
    private boolean left;

    private Place() {
      taken++;
    }

    /** Leaves it; once. */
    void leave() {
      if (!left) {
        left = true;
        taken--;
      }
    }
  }
}
