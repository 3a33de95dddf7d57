package io.lida.cli.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.lida.science.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document of schema {@code lida.lab/v1}: the value of an operation, or why there is none. */
sealed interface Reply {
  String SCHEMA = "lida.lab/v1";

  /** What an operation answered; the id is what was asked with. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Computed(String schema, @Nullable JsonNode id, String op, Object value, List<String> flags)
      implements Reply {
    static Computed of(Question question, Answer answer) {
      return new Computed(
          SCHEMA, question.id(), String.valueOf(question.op()), answer.value(), answer.flags());
    }
  }

  /** Why there is no answer; id and operation as far as they could be read, the line in a batch. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Refused(
      String schema, @Nullable JsonNode id, @Nullable Long line, @Nullable String op, Error error)
      implements Reply {
    static Refused of(Question question, Error error) {
      return new Refused(SCHEMA, question.id(), question.line(), question.op(), error);
    }
  }

  /** Four parts and where to read on. */
  record Error(String code, String title, String detail, String fix, String docs) {
    private static final String DOCS = "lida help lab";

    static Error of(Refusal refusal, @Nullable Operation operation) {
      return new Error(
          refusal.code(),
          refusal.code().replace('_', ' '),
          String.valueOf(refusal.getMessage()),
          fix(refusal, operation),
          DOCS);
    }

    private static String fix(Refusal refusal, @Nullable Operation operation) {
      if (operation != null) {
        return "lida lab --describe " + operation.name();
      }
      return refusal.code().equals("unknown_operation") ? "lida lab --list" : DOCS;
    }

    static Error unforeseen(Throwable failure) {
      return new Error(
          "internal",
          "unforeseen failure (" + failure.getClass().getSimpleName() + ")",
          "this is a bug of lida",
          "ask for it alone, without --batch, for a report",
          DOCS);
    }
  }
}
