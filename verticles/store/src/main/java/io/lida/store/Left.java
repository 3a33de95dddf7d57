package io.lida.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run whose owner is gone.
 *
 * @param owner the node that owned it last; absent if none ever did
 * @param silentMs since the last sign of life of that owner; absent when it let the run go itself
 */
public record Left(String run, @Nullable String owner, @Nullable Long silentMs) {
  /** The node that owned it last. */
  public Optional<String> lastOwner() {
    return Optional.ofNullable(owner);
  }
}
