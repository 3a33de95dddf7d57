package io.lida.gateway;

import io.lida.contract.Agents;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Runs;
import io.lida.contract.Topic;
import io.vertx.core.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be heard over the bridge, and by whom; what is not listed here is not heard. */
final class BridgeAddresses {
  private static final Pattern RUN = Pattern.compile("lida\\.run\\.([A-Za-z0-9_-]{1,64})");
  private static final Pattern WORDS =
      Pattern.compile("lida\\.run\\.([A-Za-z0-9_-]{1,64})\\.tokens");
  private static final Pattern TURNS =
      Pattern.compile("lida\\.agent\\.(?:([a-z0-9_-]{1,64})\\.)?([a-z0-9_-]{1,64})\\.turn");
  private static final Pattern FAMILY = Pattern.compile("lida\\.events\\.([a-z]{1,32})");

  private final RunDoor door;

  BridgeAddresses(RunDoor door) {
    this.door = door;
  }

  /** The topic behind an address, if this guest may hear it; FORBIDDEN or NOT_FOUND otherwise. */
  Future<Topic<?>> open(Guest guest, String address) {
    Matcher run = RUN.matcher(address);
    if (run.matches()) {
      return watch(guest, run.group(1)).map(found -> Runs.live(found.id()));
    }
    Matcher words = WORDS.matcher(address);
    if (words.matches()) {
      return watch(guest, words.group(1)).map(found -> Llm.words(found.id()));
    }
    Matcher turns = TURNS.matcher(address);
    if (turns.matches()) {
      Topic<?> topic = Agents.turns(guest.tenant(), turns.group(2));
      boolean own = address.equals(topic.address()) || turns.group(1) == null;
      return own && guest.speaksFor(turns.group(2))
          ? Future.succeededFuture(topic)
          : denied(address);
    }
    Matcher family = FAMILY.matcher(address);
    if (family.matches()
        && Monitor.FAMILIES.contains(family.group(1))
        && guest.agent() == null
        && guest.caller().operator()) {
      return Future.succeededFuture(Monitor.family(family.group(1)));
    }
    return denied(address);
  }

  private Future<Runs.Summary> watch(Guest guest, String run) {
    return guest.mayWatch() ? door.open(guest.caller(), run) : denied(run);
  }

  private static <T> Future<T> denied(String address) {
    return Future.failedFuture(
        new Fault(FaultCode.FORBIDDEN, "this is not to be heard here", address, ""));
  }
}
