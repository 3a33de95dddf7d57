package io.lida.cli;

import io.lida.contract.Deliberation;
import io.lida.contract.Runs;
import io.lida.contract.Skill;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "how right each strategy would have been about the runs that are resolved")
final class RunsSkill implements Callable<Integer> {
  private static final int MOST = 1_000;

  private final Shell shell;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "of at most so many completed runs, the newest first (500)")
  int limit = 500;

  @Option(names = "--all", description = "all 169 strategies, not only the best ten")
  boolean all;

  RunsSkill(Shell shell) {
    this.shell = shell;
  }

  /** Whose runs a server looks at is settled by the key, not by the tenant that is named here. */
  @Override
  public Integer call() {
    if (limit < 1 || limit > MOST) {
      throw new Misuse("--limit cannot be " + limit, "it is 1 to " + MOST);
    }
    Skill skill = shell.ask(Deliberation.SKILL, new Deliberation.Judge(Runs.HOME_TENANT, limit));
    if (!shell.forPeople()) {
      shell.document(skill);
      return 0;
    }
    if (skill.resolved() == 0) {
      shell
          .screen()
          .note(
              "none of "
                  + Figures.many(skill.read(), "completed run", "completed runs")
                  + " is resolved yet; say what came true with: lida runs resolve ID --outcome 1");
      return 0;
    }
    Screen screen = shell.screen();
    int columns = shell.world().outIsTerminal() ? screen.columns() : Integer.MAX_VALUE;
    new SkillPage(screen.resultInk(), columns).lines(skill, all).forEach(screen::result);
    return 0;
  }
}
