package io.lida.cli;

import io.lida.contract.Agents;
import io.lida.contract.Runs;
import java.time.Duration;
import java.time.Instant;

/** What the {@code agents} commands do. */
final class AgentShelf {
  private AgentShelf() {}

  /** Which agents a server shows is settled by the key, not by the tenant that is named here. */
  static int list(Shell shell) {
    var agents = shell.ask(Agents.LIST, new Agents.Query(Runs.HOME_TENANT)).agents();
    if (!shell.forPeople()) {
      shell.document(new Documents.AgentList("lida.agents/v1", agents));
      return 0;
    }
    if (agents.isEmpty()) {
      shell
          .screen()
          .note("no agent was seen within a day; let one in with: lida agents token NAME");
      return 0;
    }
    Instant now = shell.world().clock().instant();
    Table table = new Table("agent", "seen", "owes");
    for (Agents.Agent agent : agents) {
      table.row(
          agent.id(),
          Figures.age(Duration.between(agent.seen(), now)),
          Figures.many(agent.waiting(), "turn", "turns"));
    }
    Screen screen = shell.screen();
    int columns = shell.world().outIsTerminal() ? screen.columns() : Integer.MAX_VALUE;
    table.lines(columns, screen.resultInk()).forEach(screen::result);
    return 0;
  }

  /** For people, the two variables that the example programs read. */
  static int token(Shell shell, String name) {
    Agents.Admitted made = shell.ask(Agents.TOKEN, new Agents.Admit(name));
    if (shell.forPeople()) {
      shell.screen().result("LIDA_AGENT=" + made.agent() + " LIDA_BUS='" + made.url() + "'");
      shell.screen().note("good until " + made.expires() + "; whoever has it speaks as this agent");
    } else {
      shell.document(
          new Documents.AgentToken(
              "lida.agent_token/v1", made.agent(), made.token(), made.url(), made.expires()));
    }
    return 0;
  }
}
