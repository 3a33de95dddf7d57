package io.lida.store;

import io.lida.contract.Deliberation;
import java.util.Map;
import java.util.Set;

/**
 * What came of renewing leases, by run id.
 *
 * @param lost runs that somebody else has taken; nothing more may be written to them
 * @param wanted commands noted for runs still held
 */
public record Renewal(Set<String> lost, Map<String, Deliberation.Command> wanted) {
  public Renewal {
    lost = Set.copyOf(lost);
    wanted = Map.copyOf(wanted);
  }
}
