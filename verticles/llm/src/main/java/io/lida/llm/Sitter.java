package io.lida.llm;

import io.lida.contract.Agents;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.time.Duration;

/** Who sits in a seat that no model takes, and what is said of who does not speak. */
enum Sitter {
  /** A program on the bus; it is told of its turns. */
  PROGRAM {
    @Override
    String seat(String name) {
      return name;
    }

    @Override
    Fault silent(String name, String turn, Duration patience) {
      return new Fault(
          FaultCode.TIMEOUT,
          "agent " + name + " did not hand in its turn",
          "nothing came for " + turn + " within " + patience.toSeconds() + " s",
          "start the agent, then lida runs resume");
    }
  },
  /** A person; whoever shows the run asks what they owe. */
  PERSON {
    @Override
    String seat(String name) {
      return Agents.inPerson(name);
    }

    @Override
    Fault silent(String name, String turn, Duration patience) {
      return new Fault(
          FaultCode.TIMEOUT,
          name + " did not answer in time",
          "nothing came for " + turn + " within " + patience.toSeconds() + " s",
          "persons.patience in conf/providers.json says how long a person may take");
    }
  };

  /** Under which name its turns are kept. */
  abstract String seat(String name);

  /** Why somebody who handed nothing in is passed over. */
  abstract Fault silent(String name, String turn, Duration patience);

  /** What is said of who would rather not speak. */
  Fault passed(String name, String turn) {
    return new Fault(FaultCode.REFUSED, name + " passed", turn + " was left to the others", "");
  }
}
