package io.lida.llm;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the key of a provider: in the environment, else in a file only its owner can read.
 *
 * <p>A file is looked at again every two seconds, so a key set while the pool runs is found.
 * Thread-safe.
 */
final class KeyRing {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /**
   * A key and where it was found.
   *
   * @param origin such as {@code env OPENAI_API_KEY} or {@code file /home/ada/keys/openai}
   */
  record Found(Key key, String origin) {}

  private record Look(long at, Optional<Found> found) {}

  private final Path folder;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Map<String, Look> files = new ConcurrentHashMap<>();

  KeyRing(LlmOptions options, InstantSource clock) {
    this.folder = options.home().resolve("keys");
    this.environment = options.environment();
    this.clock = clock;
  }

  /**
   * The key, if there is one.
   *
   * @throws Fault when there is a file that others could read
   */
  Optional<Found> find(Settings.Provider provider) {
    Optional<Found> present = inEnvironment(provider);
    if (present.isPresent()) {
      return present;
    }
    Look last = files.get(provider.id());
    if (last == null || isStale(last)) {
      last = new Look(clock.millis(), inFile(provider.id()));
      files.put(provider.id(), last);
    }
    return last.found();
  }

  /** Whether {@link #find} has no file to look at, which might take a while. */
  boolean remembers(Settings.Provider provider) {
    Look last = files.get(provider.id());
    return (last != null && !isStale(last)) || inEnvironment(provider).isPresent();
  }

  private boolean isStale(Look look) {
    return clock.millis() - look.at() > FRESH.toMillis();
  }

  private Optional<Found> inEnvironment(Settings.Provider provider) {
    for (String name : provider.keyNames()) {
      String value = environment.get(name);
      if (value != null && !value.isBlank()) {
        return Optional.of(new Found(new Key(value), "env " + name));
      }
    }
    return Optional.empty();
  }

  /** As {@link #find}, for a provider that does not answer without. */
  Optional<Found> need(Settings.Provider provider) {
    Optional<Found> found = find(provider);
    if (found.isEmpty() && !provider.keyless()) {
      throw new Fault(
          FaultCode.KEY_MISSING,
          "no key for " + provider.id(),
          "neither " + String.join(" nor ", provider.keyNames()) + " is set, and no key is kept",
          "lida keys set " + provider.id());
    }
    return found;
  }

  private Optional<Found> inFile(String provider) {
    Path file = folder.resolve(provider);
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw new Fault(
            FaultCode.KEY_MISSING,
            "the key of " + provider + " is not used",
            "others can read " + file,
            "chmod 600 " + file);
      }
      String text = Files.readString(file);
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(new Found(new Key(text), "file " + file));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new Fault(
          FaultCode.KEY_MISSING,
          "the key of " + provider + " cannot be read",
          String.valueOf(unreadable),
          "lida keys set " + provider);
    }
  }
}
