package io.lida.cli;

import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.lida.launcher.House;
import io.lida.launcher.Server;
import io.lida.launcher.Settings;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command has at hand: the world, the flags, the screen, and a house that is opened when it
 * is first needed. Used on one thread.
 */
final class Shell implements AutoCloseable {
  /** The commands of runs for which somebody must be there who can speak. */
  private static final Set<String> GO_ON = Set.of("cancel", "follow", "pause", "resume");

  /** The commands of runs that read logs. */
  private static final Set<String> READ =
      Set.of("export", "logs", "resolve", "show", "skill", "tally");

  private final Surroundings world;
  private final Globals globals;
  private final Opener opener;
  private @Nullable Screen screen;
  private @Nullable Settings settings;
  private @Nullable House house;
  private Reach reach = Reach.HERE;

  /** Opens a house; an interface of our own, so that naming it loads nothing. */
  interface Opener extends Function<Settings, House> {
    /** The server that runs in the data folder rather than a new house. */
    House nearest(Settings settings);

    /** As {@link #nearest}, where nothing but the runs kept is asked about. */
    House records(Settings settings);

    /** A server in this process. */
    Server serve(Settings settings);
  }

  /** Where a command is carried out unless {@code --server} says so. */
  private enum Reach {
    /** In this process. */
    HERE,
    /** At the server of the data folder, if one runs. */
    NEAREST,
    /** As NEAREST, with nothing at hand but the runs kept. */
    RECORDS,
    /** At the server of the data folder, which must run. */
    SERVER
  }

  Shell(Surroundings world, Globals globals, Opener opener) {
    this.world = world;
    this.globals = globals;
    this.opener = opener;
  }

  /**
   * Runs are looked at where they are worked on; the rest stays here.
   *
   * @param command a command, such as {@code runs}, with the one below it, if there is one
   */
  void reach(String command, String below) {
    reach =
        switch (command) {
          case "runs" -> GO_ON.contains(below) ? Reach.NEAREST : Reach.RECORDS;
          case "studies" -> Reach.NEAREST;
          case "health", "metrics", "events", "agents", "view" -> Reach.SERVER;
          default -> Reach.HERE;
        };
    if (reach == Reach.RECORDS && READ.contains(below)) {
      // While the house opens: a second core has little else to do then.
      Thread.ofPlatform().daemon().name("lida-events").start(Wire::learnEvents);
    }
  }

  Surroundings world() {
    return world;
  }

  Globals globals() {
    return globals;
  }

  /** The screen, as the flags want it. */
  Screen screen() {
    if (screen == null) {
      screen = new Screen(world, globals);
    }
    return screen;
  }

  /** The settings with the flags laid over them. */
  Settings settings() {
    if (settings == null) {
      settings =
          Settings.read(
              new Settings.Sources(
                  world.root(), world.workingDirectory(), world.environment(), globals.settings()));
    }
    return settings;
  }

  /** The house, opened on the first call. */
  House house() {
    if (house == null) {
      house = open();
      if (globals.verbose) {
        screen().note("store: " + Plain.line(house.store()));
      }
    }
    return house;
  }

  private House open() {
    return switch (reach) {
      case HERE -> opener.apply(settings());
      case NEAREST -> opener.nearest(settings());
      case RECORDS -> opener.records(settings());
      case SERVER -> {
        if (House.server(settings()).isEmpty()) {
          throw new Fault(
              FaultCode.UNREACHABLE,
              "no server is known",
              "none runs in " + settings().home() + ", and --server is not given",
              "lida serve");
        }
        yield opener.nearest(settings());
      }
    };
  }

  /** A server in this process, in place of a house. */
  Server serve() {
    return opener.serve(settings());
  }

  Bus bus() {
    return house().bus();
  }

  /** Asks and waits, a little longer than the ask's own patience; a fault is thrown. */
  <Q, A> A ask(Ask<Q, A> ask, Q question) {
    try {
      return bus()
          .request(ask, question)
          .await(ask.patience().toMillis() + 1_000, TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new Fault(FaultCode.TIMEOUT, "no answer in time", ask.address(), "lida doctor");
    }
  }

  /** Whether there is a person to ask. */
  boolean canAsk() {
    return !globals.noInput
        && globals.format() == Format.TEXT
        && world.inIsTerminal()
        && world.errIsTerminal();
  }

  /** Whether results are for people. */
  boolean forPeople() {
    return globals.format() == Format.TEXT;
  }

  /** Writes the one document of a command, in the format asked for. */
  void document(Object document) {
    String json = globals.format() == Format.JSONL ? Wire.text(document) : Wire.pretty(document);
    screen().result(Plain.json(json));
  }

  @Override
  public void close() {
    if (screen != null) {
      screen.close();
    }
    if (house != null) {
      house.close();
    }
  }
}
