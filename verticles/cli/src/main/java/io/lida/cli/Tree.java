package io.lida.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** All commands, and how their help looks. */
final class Tree {
  private static final int WIDTH = 80;

  /** The commands as the first help lists them. */
  private static final List<Chapter> CHAPTERS =
      List.of(
          new Chapter(
              "begin",
              List.of("demo", "debate", "quorum", "deliberate", "simulate", "chat", "run")),
          new Chapter("look", List.of("runs", "studies", "personas")),
          new Chapter("compute", List.of("lab")),
          new Chapter("serve", List.of("serve", "view", "health", "metrics", "events", "agents")),
          new Chapter("set up", List.of("keys", "config", "doctor", "completion", "help")));

  private record Chapter(String title, List<String> names) {}

  private Tree() {}

  static CommandLine of(Root root, Shell shell) {
    CommandLine tree =
        new CommandLine(root)
            .addSubcommand(new DemoCommand(shell))
            .addSubcommand(new RunCommand(shell))
            .addSubcommand(new DebateCommand(shell))
            .addSubcommand(new QuorumCommand(shell))
            .addSubcommand(new DeliberateCommand(shell))
            .addSubcommand(new SimulateCommand(shell))
            .addSubcommand(new ChatCommand(shell))
            .addSubcommand(
                new CommandLine(new RunsGroup())
                    .addSubcommand(new RunsList(shell))
                    .addSubcommand(new RunsShow(shell))
                    .addSubcommand(new RunsTally(shell))
                    .addSubcommand(new RunsResolve(shell))
                    .addSubcommand(new RunsSkill(shell))
                    .addSubcommand(new RunsLogs(shell))
                    .addSubcommand(new RunsFollow(shell))
                    .addSubcommand(new RunsExport(shell))
                    .addSubcommand(new RunsCancel(shell))
                    .addSubcommand(new RunsPause(shell))
                    .addSubcommand(new RunsResume(shell))
                    .addSubcommand(new RunsRemove(shell)))
            .addSubcommand(
                new CommandLine(new StudiesGroup())
                    .addSubcommand(new StudiesList(shell))
                    .addSubcommand(new StudiesShow(shell))
                    .addSubcommand(new StudiesPause(shell))
                    .addSubcommand(new StudiesResume(shell))
                    .addSubcommand(new StudiesCancel(shell)))
            .addSubcommand(
                new CommandLine(new PersonasGroup())
                    .addSubcommand(new PersonasList(shell))
                    .addSubcommand(new PersonasShow(shell))
                    .addSubcommand(new PersonasFork(shell))
                    .addSubcommand(new PersonasMatrix(shell))
                    .addSubcommand(new PersonasCheck(shell))
                    .addSubcommand(new PersonasRecompute(shell)))
            .addSubcommand(
                new CommandLine(new AgentsGroup())
                    .addSubcommand(new AgentsList(shell))
                    .addSubcommand(new AgentsToken(shell)))
            .addSubcommand(
                new CommandLine(new KeysGroup())
                    .addSubcommand(new KeysSet(shell))
                    .addSubcommand(new KeysList(shell))
                    .addSubcommand(new KeysRemove(shell)))
            .addSubcommand(new CommandLine(new ConfigGroup()).addSubcommand(new ConfigShow(shell)))
            .addSubcommand(new LabCommand(shell))
            .addSubcommand(new ServeCommand(shell))
            .addSubcommand(new ViewCommand(shell))
            .addSubcommand(new HealthCommand(shell))
            .addSubcommand(new MetricsCommand(shell))
            .addSubcommand(new EventsCommand(shell))
            .addSubcommand(new DoctorCommand(shell))
            .addSubcommand(new CompletionCommand(shell))
            .addSubcommand(new HelpCommand(shell));
    tree.setUsageHelpWidth(WIDTH);
    dress(tree);
    tree.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> chapters(tree.getSubcommands()));
    return tree;
  }

  private static void dress(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.synopsisHeading("usage: ").descriptionHeading("").abbreviateSynopsis(true);
    usage.optionListHeading("%nflags%n").commandListHeading("%ncommands%n");
    usage.parameterListHeading("%n");
    usage.sortOptions(false);
    boolean inherits = command.getCommandSpec().options().stream().anyMatch(OptionSpec::inherited);
    if (inherits) {
      command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Tree::ownOptions);
      Stream<String> common = Stream.of("", "flags of every command: lida --help");
      usage.footer(Stream.concat(Stream.of(usage.footer()), common).toArray(String[]::new));
    }
    command.getSubcommands().values().forEach(Tree::dress);
  }

  private static String ownOptions(Help help) {
    List<OptionSpec> own =
        help.commandSpec().options().stream().filter(option -> !option.inherited()).toList();
    Help.Layout layout = help.createDefaultLayout(own, List.of(), help.colorScheme());
    layout.addAllOptions(own, help.parameterLabelRenderer());
    String list = layout.toString();
    return list.isBlank() ? "" : list;
  }

  private static String chapters(Map<String, CommandLine> commands) {
    StringBuilder text = new StringBuilder();
    for (Chapter chapter : CHAPTERS) {
      text.append("  ").append(chapter.title()).append('\n');
      for (String name : chapter.names()) {
        CommandLine command = commands.get(name);
        if (command != null) {
          String[] words = command.getCommandSpec().usageMessage().description();
          text.append("    ").append(Columns.pad(name, 12)).append(words[0]).append('\n');
        }
      }
    }
    return text.toString();
  }
}
