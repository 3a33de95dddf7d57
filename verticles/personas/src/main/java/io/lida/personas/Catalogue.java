package io.lida.personas;

import io.lida.contract.Personas.Problem;
import io.lida.personas.CardFile.Origin;
import io.lida.personas.CardFile.Stamp;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The card files there are at a moment, by id, and those that cannot be cards whatever is in them.
 *
 * <p>No path is ever made from an id: an id is looked up among the names that were found.
 */
final class Catalogue {
  private static final String SUFFIX = ".json";

  private final Map<String, CardFile> files = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Catalogue() {}

  /** Looks into the folders; reads names and stamps only. */
  static Catalogue of(PersonasOptions options) {
    Catalogue catalogue = new Catalogue();
    for (Path folder : options.shipped()) {
      catalogue.add(folder, Origin.SHIPPED);
    }
    catalogue.add(options.own(), Origin.OWN);
    return catalogue;
  }

  Map<String, CardFile> files() {
    return files;
  }

  List<Problem> problems() {
    return problems;
  }

  private void add(Path folder, Origin origin) {
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
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
    if (id.isEmpty() || id.startsWith(".")) {
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
          known.origin() == Origin.SHIPPED && origin == Origin.OWN
              ? "would shadow the shipped card "
              : "has the same id as ";
      problems.add(new Problem(label, "/id", shadow + known.label() + "; give it another id"));
      return;
    }
    try {
      Path path = entry;
      BasicFileAttributes attributes = attributes(path);
      if (attributes.isSymbolicLink()) {
        path = entry.toRealPath();
        attributes = attributes(path);
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

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Why, without the path: problems are shown to people who may not know it. */
  static String reason(IOException failure) {
    return failure.getClass().getSimpleName().replaceFirst("Exception$", "");
  }
}
