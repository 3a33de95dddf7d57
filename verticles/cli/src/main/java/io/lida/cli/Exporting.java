package io.lida.cli;

import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a run's rendering to standard output or to a file. */
final class Exporting {
  private static final List<String> FORMATS = List.of("json", "jsonl", "markdown");

  private Exporting() {}

  static int export(Shell shell, String written, @Nullable String format) {
    String output = shell.globals().output;
    boolean toFile = output != null && !output.equals("-");
    String wanted = format(format, toFile ? output : null);
    String id = RunIds.find(shell, written);
    Deliberation.Exported exported =
        shell.ask(Deliberation.EXPORT, new Deliberation.Export(id, wanted));
    Path file = toFile && output != null ? shell.world().workingDirectory().resolve(output) : null;
    if (file != null) {
      write(file, exported.text());
    }
    if (shell.globals().json) {
      shell.document(
          new Documents.Exported(
              "lida.export/v1",
              id,
              wanted,
              exported.mediaType(),
              exported.text().length(),
              file == null ? null : file.toString(),
              file == null ? exported.text() : null));
    } else if (file != null) {
      shell.screen().note("wrote " + file);
    } else {
      print(shell, wanted, exported.text());
    }
    return 0;
  }

  /** What a terminal shows must not act on it; a pipe gets the text as it is. */
  private static void print(Shell shell, String format, String text) {
    String safe = text;
    if (shell.world().outIsTerminal()) {
      safe = format.equals("markdown") ? Plain.text(text) : Plain.json(text);
    }
    shell.screen().resultText(safe.endsWith("\n") ? safe : safe + "\n");
  }

  private static String format(@Nullable String named, @Nullable String file) {
    if (named != null) {
      String word = named.toLowerCase(Locale.ROOT).replaceAll("^md$", "markdown");
      if (FORMATS.contains(word)) {
        return word;
      }
      throw new Misuse(
          "--format cannot be " + named,
          "it is one of " + String.join(", ", FORMATS) + Suggest.clause(word, FORMATS));
    }
    String name = file == null ? "" : file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".md") || name.endsWith(".markdown")) {
      return "markdown";
    }
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? "jsonl" : "json";
  }

  private static void write(Path file, String text) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder == null) {
        throw new IOException("not a file");
      }
      Path draft = folder.resolve("." + file.getFileName() + ".part");
      try {
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException failure) {
      throw new Fault(
          FaultCode.INVALID,
          "cannot write " + file,
          failure.toString(),
          "name a file in a folder that you may write");
    }
  }
}
