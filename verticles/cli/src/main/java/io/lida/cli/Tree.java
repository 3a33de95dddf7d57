package io.lida.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** All commands, and how their help looks. */
final class Tree {
  private static final int WIDTH = 80;

  /** What these say takes every command. */
  private static final Set<String> TELL_OF_ALL = Set.of("completion", "help");

  private static final List<Chapter> CHAPTERS =
      List.of(
          new Chapter(
              "begin",
              leaf("demo", DemoCommand::new),
              leaf("debate", DebateCommand::new),
              leaf("quorum", QuorumCommand::new),
              leaf("deliberate", DeliberateCommand::new),
              leaf("simulate", SimulateCommand::new),
              leaf("chat", ChatCommand::new),
              leaf("run", RunCommand::new)),
          new Chapter(
              "look",
              group(
                  "runs",
                  RunsGroup::new,
                  leaf("ls", RunsList::new),
                  leaf("show", RunsShow::new),
                  leaf("tally", RunsTally::new),
                  leaf("resolve", RunsResolve::new),
                  leaf("skill", RunsSkill::new),
                  leaf("logs", RunsLogs::new),
                  leaf("follow", RunsFollow::new),
                  leaf("export", RunsExport::new),
                  leaf("cancel", RunsCancel::new),
                  leaf("pause", RunsPause::new),
                  leaf("resume", RunsResume::new),
                  leaf("rm", RunsRemove::new)),
              group(
                  "studies",
                  StudiesGroup::new,
                  leaf("ls", StudiesList::new),
                  leaf("show", StudiesShow::new),
                  leaf("pause", StudiesPause::new),
                  leaf("resume", StudiesResume::new),
                  leaf("cancel", StudiesCancel::new)),
              group(
                  "personas",
                  PersonasGroup::new,
                  leaf("ls", PersonasList::new),
                  leaf("show", PersonasShow::new),
                  leaf("fork", PersonasFork::new),
                  leaf("matrix", PersonasMatrix::new),
                  leaf("check", PersonasCheck::new),
                  leaf("recompute", PersonasRecompute::new))),
          new Chapter("compute", leaf("lab", LabCommand::new)),
          new Chapter(
              "serve",
              leaf("serve", ServeCommand::new),
              leaf("view", ViewCommand::new),
              leaf("health", HealthCommand::new),
              leaf("metrics", MetricsCommand::new),
              leaf("events", EventsCommand::new),
              group(
                  "agents",
                  AgentsGroup::new,
                  leaf("ls", AgentsList::new),
                  leaf("token", AgentsToken::new))),
          new Chapter(
              "set up",
              group(
                  "keys",
                  KeysGroup::new,
                  leaf("set", KeysSet::new),
                  leaf("ls", KeysList::new),
                  leaf("rm", KeysRemove::new)),
              group("config", ConfigGroup::new, leaf("show", ConfigShow::new)),
              leaf("doctor", DoctorCommand::new),
              leaf("completion", CompletionCommand::new),
              leaf("help", HelpCommand::new)));

  /** Commands of one kind, as the first help lists them. */
  private record Chapter(String title, List<Branch> branches) {
    private Chapter(String title, Branch... branches) {
      this(title, List.of(branches));
    }
  }

  /** A command by its name, and those below it. */
  private record Branch(String name, Function<Shell, Object> command, List<Branch> branches) {}

  private Tree() {}

  private static Branch leaf(String name, Function<Shell, Object> command) {
    return new Branch(name, command, List.of());
  }

  private static Branch group(String name, Supplier<Object> command, Branch... branches) {
    return new Branch(name, shell -> command.get(), List.of(branches));
  }

  /**
   * The tree in which a command line is looked up. Where its first word is a command, that one
   * alone grows, since making them all takes longer than many a command does; so for the second.
   */
  static CommandLine of(Root root, Shell shell, String... words) {
    CommandLine tree = new CommandLine(root);
    List<Branch> branches =
        CHAPTERS.stream().flatMap(chapter -> chapter.branches().stream()).toList();
    grow(tree, shell, branches, List.of(words));
    tree.setUsageHelpWidth(WIDTH);
    dress(tree);
    tree.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> chapters(tree.getSubcommands()));
    return tree;
  }

  private static void grow(
      CommandLine stem, Shell shell, List<Branch> branches, List<String> words) {
    String word = words.isEmpty() ? "" : words.getFirst();
    boolean named = branches.stream().anyMatch(branch -> branch.name().equals(word));
    boolean alone = named && !TELL_OF_ALL.contains(word);
    List<String> rest = alone ? words.subList(1, words.size()) : List.of();
    for (Branch branch : branches) {
      if (!alone || branch.name().equals(word)) {
        CommandLine command = new CommandLine(branch.command().apply(shell));
        grow(command, shell, branch.branches(), rest);
        stem.addSubcommand(branch.name(), command);
      }
    }
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
      for (Branch branch : chapter.branches()) {
        CommandLine command = Objects.requireNonNull(commands.get(branch.name()));
        String[] words = command.getCommandSpec().usageMessage().description();
        text.append("    ").append(Columns.pad(branch.name(), 12)).append(words[0]).append('\n');
      }
    }
    return text.toString();
  }
}
