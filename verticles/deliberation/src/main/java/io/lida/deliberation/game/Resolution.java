package io.lida.deliberation.game;

import io.lida.contract.World;
import java.util.List;

/**
 * What a round came to.
 *
 * @param payoffs in the order of seats
 */
public record Resolution(World after, List<Double> payoffs) {
  public Resolution {
    payoffs = List.copyOf(payoffs);
  }
}
