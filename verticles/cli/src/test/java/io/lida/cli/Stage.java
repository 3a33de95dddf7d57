package io.lida.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lida.contract.Bus;
import io.lida.launcher.House;
import io.lida.launcher.Server;
import io.lida.launcher.Settings;
import io.lida.testkit.Node;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A world for one command: streams in memory, a scripted person, signals sent by hand. */
final class Stage {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final Node node;
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<Consumer<Signals.Signal>> listeners = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String input = "";
  private volatile int halted = -1;

  Stage(Node node, Path folder) {
    this.node = node;
    this.folder = folder;
    environment.put("HOME", folder.toString());
    environment.put("LIDA_HOME", folder.resolve("home").toString());
    terminal(false);
  }

  /** What a command left behind. */
  record Result(int code, String out, String err) {}

  Stage terminal(boolean terminal) {
    for (String stream : List.of("STDIN", "STDOUT", "STDERR")) {
      environment.put("LIDA_" + stream + "_TTY", terminal ? "1" : "0");
    }
    environment.put("TERM", terminal ? "xterm-256color" : "dumb");
    return this;
  }

  Stage with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Stage answering(String... lines) {
    answers.addAll(List.of(lines));
    return this;
  }

  Stage typing(String text) {
    input = text;
    return this;
  }

  Path home() {
    return folder.resolve("home");
  }

  Path folder() {
    return folder;
  }

  /** Sends a signal to whoever listens; says whether anyone does. */
  synchronized boolean signal(Signals.Signal signal) {
    List.copyOf(listeners).forEach(listener -> listener.accept(signal));
    return !listeners.isEmpty();
  }

  /** The code the process was ended with at once, or -1. */
  int halted() {
    return halted;
  }

  /** Standard output so far. */
  synchronized String shown() {
    return out.toString(UTF_8);
  }

  /** Standard error so far. */
  synchronized String said() {
    return err.toString(UTF_8);
  }

  /** What a command opens: houses as a test says it, and no server. */
  record Doors(Function<Settings, House> here, Function<Settings, House> near)
      implements Shell.Opener {
    @Override
    public House apply(Settings settings) {
      return here.apply(settings);
    }

    @Override
    public House nearest(Settings settings) {
      return near.apply(settings);
    }

    @Override
    public House records(Settings settings) {
      return near.apply(settings);
    }

    @Override
    public Server serve(Settings settings) {
      throw new AssertionError("no server is opened on this stage");
    }
  }

  Result run(String... words) {
    return run(settings -> house(), words);
  }

  Result run(Function<Settings, House> house, String... words) {
    return run(new Doors(house, house), words);
  }

  Result run(Doors opener, String... words) {
    out.reset();
    err.reset();
    int code = Lida.run(world(), opener, words);
    return new Result(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  Surroundings world() {
    return new Surroundings(
        environment,
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        folder,
        Path.of(System.getProperty("lida.root")),
        () -> NOW,
        this::listen,
        new ScriptedAsker(),
        code -> halted = code);
  }

  private synchronized Signals.Handle listen(Consumer<Signals.Signal> handler) {
    listeners.add(handler);
    return () -> {
      synchronized (this) {
        listeners.remove(handler);
      }
    };
  }

  House house() {
    return new House() {
      @Override
      public Bus bus() {
        return node.bus();
      }

      @Override
      public String store() {
        return "a pretended Redis";
      }

      @Override
      public String link() {
        return "http://127.0.0.1:2040/login?ticket=abc";
      }

      @Override
      public void close() {}
    };
  }

  private final class ScriptedAsker implements Asker {
    @Override
    public String ask(String prompt) {
      if (answers.isEmpty()) {
        throw new Stopped();
      }
      return answers.poll();
    }

    @Override
    public String secret(String prompt) {
      return ask(prompt);
    }
  }
}
