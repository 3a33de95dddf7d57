package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every source file has the one format (google-java-format). To apply it: {@code ./mvnw -pl
 * verticles/proof -am test -Dtest=FormatTest -Dlida.format=write
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class FormatTest {
  private static final Path ROOT = Path.of(System.getProperty("lida.root"));

  @Test
  void everySourceFileHasTheOneFormat() throws Exception {
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    boolean write = "write".equals(System.getProperty("lida.format"));
    List<Path> others = new ArrayList<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      String formatted = format(formatter, source);
      if (!formatted.equals(source)) {
        others.add(ROOT.relativize(file));
        if (write) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!write) {
      assertEquals(List.of(), others);
    }
  }

  private static String format(Formatter formatter, String source) throws FormatterException {
    String used = RemoveUnusedImports.removeUnusedImports(source);
    String ordered = ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE);
    return StringWrapper.wrap(formatter.formatSource(ordered), formatter);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("verticles"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
