package io.lida.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Secrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The one way in which a command fails: four parts, or one document, and an exit code. */
final class Refusal {
  private static final int STOPPED = 130;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private Refusal() {}

  /** Reports a failure of a command; {@code command} is its whole name. */
  static int report(Shell shell, Throwable failure, String command, boolean json) {
    return switch (failure) {
      case Misuse misuse -> tell(shell, Complaint.of(misuse, command), json);
      case Fault fault -> tell(shell, Complaint.of(fault), json);
      case Asker.Stopped stopped -> {
        shell.screen().say("nothing was started");
        yield STOPPED;
      }
      default -> tell(shell, bug(shell, failure), json);
    };
  }

  private static int tell(Shell shell, Complaint complaint, boolean json) {
    if (json) {
      shell.screen().result(Plain.json(io.lida.contract.Wire.text(complaint.document())));
    } else {
      complaint.print(shell.screen());
    }
    return complaint.code().exit();
  }

  private static Complaint bug(Shell shell, Throwable failure) {
    StringWriter story = new StringWriter();
    failure.printStackTrace(new PrintWriter(story, true));
    return new Complaint(
        FaultCode.INTERNAL,
        "unforeseen failure (" + failure.getClass().getSimpleName() + ")",
        "this is a bug of lida; " + keep(shell, Secrets.mask(story.toString())),
        "send that report to those who look after lida; try again, or see lida doctor");
  }

  private static String keep(Shell shell, String story) {
    String name = "bug-" + STAMP.format(shell.world().clock().instant()) + ".txt";
    try {
      Path folder = shell.settings().home().resolve("logs");
      Files.createDirectories(folder);
      Path file = folder.resolve(name);
      Files.writeString(file, story, UTF_8);
      return "the whole story is in " + file;
    } catch (IOException | RuntimeException unwritable) {
      return "it could not be written down: " + story.lines().limit(3).toList();
    }
  }
}
