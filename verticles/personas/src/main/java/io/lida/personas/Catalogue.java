package io.lida.personas;

import io.lida.contract.Personas.Problem;
import io.lida.personas.CardFile.Origin;
import io.lida.personas.CardFile.Stamp;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The card files there are at a moment, by id, and those that cannot be cards whatever is in them.
 *
 * <p>No path is ever made from an id: an id is looked up among the names that were found. Names are
 * listed again when a folder changed; what a file holds now, {@link CardFile#now} sees.
 */
final class Catalogue {
  private static final String SUFFIX = ".json";

  /** A folder as young as this may change again without a change of its time. */
  private static final Duration SETTLED = Duration.ofSeconds(1);

  private final Map<String, CardFile> files = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Glance> glances = new ArrayList<>();
  private final Path topics;
  private final Instant madeAt;

  private Catalogue(Path topics, Instant madeAt) {
    this.topics = topics;
    this.madeAt = madeAt;
  }

  /** When a folder's names last changed; never, if it is not there. */
  private record Glance(Path folder, Optional<FileTime> changed) {
    static Glance at(Path folder) {
      try {
        return new Glance(folder, Optional.of(Files.getLastModifiedTime(folder)));
      } catch (IOException absent) {
        return new Glance(folder, Optional.empty());
      }
    }

    boolean stands(Instant madeAt) {
      return changed.filter(time -> time.toInstant().plus(SETTLED).isAfter(madeAt)).isEmpty()
          && equals(at(folder));
    }
  }

  /** Looks into the folders once; what is found never {@link #stands}. */
  static Catalogue of(PersonasOptions options) {
    return of(options, Instant.MIN);
  }

  /** Looks into the folders; reads names and stamps only. */
  static Catalogue of(PersonasOptions options, Instant now) {
    Catalogue catalogue = new Catalogue(options.topics(), now);
    for (Path folder : options.shipped()) {
      catalogue.add(folder, Origin.SHIPPED);
    }
    catalogue.add(options.team(), Origin.TEAM);
    catalogue.add(options.own(), Origin.OWN);
    return catalogue;
  }

  /** Whether the folders hold the same names still; one with problems is looked at anew. */
  boolean stands() {
    return problems.isEmpty() && glances.stream().allMatch(glance -> glance.stands(madeAt));
  }

  Map<String, CardFile> files() {
    return files;
  }

  List<Problem> problems() {
    return problems;
  }

  private void add(Path folder, Origin origin) {
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    glances.add(Glance.at(folder));
    try {
      Path real = folder.toRealPath();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(real, "*" + SUFFIX)) {
        for (Path entry : entries) {
          add(real, name, entry, origin);
        }
      }
    } catch (NoSuchFileException absent) {
      if (origin == Origin.SHIPPED) {
        problems.add(new Problem(name, "", "the folder does not exist"));
      }
    } catch (IOException unreadable) {
      problems.add(new Problem(name, "", "the folder cannot be read: " + reason(unreadable)));
    }
  }

  private void add(Path folder, String folderName, Path entry, Origin origin) {
    String fileName = String.valueOf(entry.getFileName());
    String id = fileName.substring(0, fileName.length() - SUFFIX.length());
    if (id.isEmpty() || id.startsWith(".") || isVocabulary(fileName, origin)) {
      return;
    }
    String label = folderName + "/" + Shape.escaped(fileName);
    if (!CardRules.ID.matcher(id).find()) {
      problems.add(new Problem(label, "", "the file's name " + CardRules.ID_WORDS));
      return;
    }
    CardFile known = files.get(id);
    if (known != null) {
      String shadow =
          known.origin() != Origin.OWN && origin == Origin.OWN
              ? "would shadow the shipped card "
              : "has the same id as ";
      problems.add(new Problem(label, "/id", shadow + known.label() + "; give it another id"));
      return;
    }
    try {
      Path path = entry;
      BasicFileAttributes attributes = CardFile.attributes(path);
      if (attributes.isSymbolicLink()) {
        path = entry.toRealPath();
        attributes = CardFile.attributes(path);
      }
      if (!path.startsWith(folder)) {
        problems.add(new Problem(label, "", "is a link that leads out of the folder"));
      } else if (!attributes.isRegularFile()) {
        problems.add(new Problem(label, "", "is not a file"));
      } else {
        files.put(id, new CardFile(path, label, id, origin, Stamp.of(attributes)));
      }
    } catch (NoSuchFileException gone) {
      if (Files.isSymbolicLink(entry)) {
        problems.add(new Problem(label, "", "is a link that leads nowhere"));
      }
    } catch (IOException unreadable) {
      problems.add(new Problem(label, "", "cannot be read: " + reason(unreadable)));
    }
  }

  /** The vocabulary of expertise may lie among the shipped cards, and is none. */
  private boolean isVocabulary(String fileName, Origin origin) {
    return origin == Origin.SHIPPED && topics.endsWith(fileName);
  }

  /** Why, without the path: problems are shown to people who may not know it. */
  static String reason(IOException failure) {
    return failure.getClass().getSimpleName().replaceFirst("Exception$", "");
  }
}
