package io.lida.cli.lab;

import io.lida.science.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is asked, computes it, and writes the answer. Stateless; safe from any thread. */
public final class Lab {
  /** The most bytes of a document, and of a line of a batch. */
  public static final int LARGEST = 16 << 20;

  private static final Map<String, Operation> OPERATIONS = new LinkedHashMap<>();

  static {
    Stream.of(
            PoolingOperations.all(),
            WeightingOperations.all(),
            VotingOperations.all(),
            DynamicsOperations.all(),
            GameOperations.all(),
            CausalOperations.all(),
            DiscoveryOperations.all())
        .flatMap(List::stream)
        .forEach(operation -> OPERATIONS.put(operation.name(), operation));
  }

  private Lab() {}

  /** Where the lines of a batch go. */
  public interface Printer {
    void line(String json);

    /** Hands on what was printed; asked for when the next line may be long in coming. */
    void flush();
  }

  /**
   * An answered document.
   *
   * @param json indented JSON of {@code lida.lab/v1}
   * @param refused whether it says why there is no answer
   */
  public record Answered(String json, boolean refused) {}

  /** All operations, part by part. */
  public static List<Operation> operations() {
    return List.copyOf(OPERATIONS.values());
  }

  /** The operation of a name. */
  public static Optional<Operation> operation(String name) {
    return Optional.ofNullable(OPERATIONS.get(name));
  }

  /** Answers one document. */
  public static Answered answer(InputStream in) throws IOException {
    byte[] document = in.readNBytes(LARGEST + 1);
    Reply reply =
        document.length > LARGEST
            ? refused(Question.unread(null), new Refusal("too_large", "16 MiB is the most"))
            : reply(document, null);
    return new Answered(Json.pretty(reply), reply instanceof Reply.Refused);
  }

  /** Answers JSON Lines, each with one line, in order; blank lines are passed over. */
  public static void batch(InputStream in, Printer out) throws IOException {
    Lines lines = new Lines(in, LARGEST, out::flush);
    for (long number = 1; lines.more(); number++) {
      line(lines, number).ifPresent(out::line);
    }
    out.flush();
  }

  private static Optional<String> line(Lines lines, long number) throws IOException {
    try {
      byte[] line = lines.next();
      return isBlank(line) ? Optional.empty() : Optional.of(line(line, number));
    } catch (Refusal tooLarge) {
      return Optional.of(Json.line(refused(Question.unread(number), tooLarge)));
    }
  }

  /** A bug in one line costs that line only. */
  private static String line(byte[] line, long number) {
    try {
      return Json.line(reply(line, number));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      Question question = Question.of(Json.parse(line), number);
      return Json.line(Reply.Refused.of(question, Reply.Error.unforeseen(bug)));
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte unit : line) {
      if (unit != ' ' && unit != '\t' && unit != '\r') {
        return false;
      }
    }
    return true;
  }

  private static Reply reply(byte[] document, @Nullable Long line) {
    Question question = Question.unread(line);
    try {
      question = Question.of(Json.parse(document), line);
      Operation operation = named(question.operation());
      return Reply.Computed.of(question, operation.apply(question.input()));
    } catch (Refusal refusal) {
      return refused(question, refusal);
    }
  }

  private static Operation named(String name) {
    return operation(name)
        .orElseThrow(() -> new Refusal("unknown_operation", "there is no operation " + name));
  }

  private static Reply.Refused refused(Question question, Refusal refusal) {
    Operation operation = question.op() == null ? null : OPERATIONS.get(question.op());
    return Reply.Refused.of(question, Reply.Error.of(refusal, operation));
  }
}
