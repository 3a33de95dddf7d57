package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real command, each time in a process of its own, for a user with a home and an environment
 * that hold nothing else. Closing ends every process that was left, the Redis of the home included.
 */
public final class Cli implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Queue<Process> processes = new ConcurrentLinkedQueue<>();
  private final AtomicInteger calls = new AtomicInteger();
  private File input = new File("/dev/null");
  private Path root = Product.ROOT;

  /** A user whose home is in this folder and who has no Redis on the path. */
  public Cli(Path folder) {
    this.folder = folder;
    environment.put("HOME", folder.toString());
    environment.put("LIDA_HOME", home().toString());
    environment.put("XDG_RUNTIME_DIR", folder.toString());
    environment.put("PATH", bareFolderOfPrograms(folder.resolve("bin")).toString());
    environment.put("NO_COLOR", "1");
  }

  /** The data folder. */
  Path home() {
    return folder.resolve("home");
  }

  /** The folder of the user, in which commands are given. */
  Path folder() {
    return folder;
  }

  /** Sets a variable of the environment. */
  public Cli with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Takes {@code conf/}, {@code personas/} and {@code scenarios/} from another folder. */
  Cli from(Path otherRoot) {
    root = otherRoot;
    return this;
  }

  /** From now on commands read this on standard input. */
  Cli reading(String text) {
    Path typed = folder.resolve("in-" + calls.get());
    try {
      Files.writeString(typed, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    input = typed.toFile();
    return this;
  }

  /** What a command left: its exit code and both streams. */
  record Said(int code, String out, String err) {
    /** Standard output, which must be one document and nothing else. */
    JsonNode json() {
      JsonNode document = Wire.parse(out);
      assertEquals(Wire.pretty(document) + "\n", out, "one document and nothing else");
      return document;
    }

    /** The lines of standard output, each a document. */
    List<JsonNode> lines() {
      return out.lines().map(Wire::parse).toList();
    }
  }

  /** A command under way. */
  record Running(Process process, Path out, Path err) {
    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    void kill() {
      process.destroyForcibly();
      await(process);
    }

    /** Kills it unless it ends within so many milliseconds; answers whether it was killed. */
    boolean killedAfter(long millis) {
      try {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
          return false;
        }
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
      kill();
      return process.exitValue() != 0;
    }

    /** Waits for its end. */
    Said end() {
      await(process);
      try {
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private static void await(Process process) {
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("not ended within " + PATIENCE_SECONDS + " s");
        }
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }

  /** Gives a command. */
  Running start(String... words) {
    int call = calls.incrementAndGet();
    Path out = folder.resolve("out-" + call);
    Path err = folder.resolve("err-" + call);
    List<String> line = new ArrayList<>(Product.commandLine(root));
    line.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectInput(input)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      processes.add(process);
      return new Running(process, out, err);
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  /** Gives a command and waits for its end. */
  Said run(String... words) {
    return start(words).end();
  }

  /** The process of the home's own Redis, if it runs. */
  Optional<ProcessHandle> redis() {
    try {
      String pid = Files.readString(home().resolve("redis/redis.pid")).strip();
      return pid.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    processes.forEach(process -> process.destroyForcibly().onExit().join());
    redis().ifPresent(Cli::end);
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** What a process cannot do without, so that no Redis of this machine is found by accident. */
  private static Path bareFolderOfPrograms(Path bin) {
    try {
      Files.createDirectories(bin);
      for (String program : List.of("sh", "setsid")) {
        for (Path there : List.of(Path.of("/bin", program), Path.of("/usr/bin", program))) {
          Path here = bin.resolve(program);
          if (Files.exists(there) && !Files.exists(here)) {
            Files.writeString(here, "#!/bin/sh\nexec " + there + " \"$@\"\n");
            Files.setPosixFilePermissions(here, PosixFilePermissions.fromString("rwx------"));
          }
        }
      }
      return bin;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
