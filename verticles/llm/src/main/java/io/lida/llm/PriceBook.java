package io.lida.llm;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What tokens cost, as {@code conf/prices.json} says: US dollars for a million.
 *
 * <p>An id is found as it is, or with the date of its version left out. What is not in the book has
 * no known price, which is never the same as no price. Immutable.
 *
 * @param date when the prices were looked up
 * @param currency always USD
 * @param free providers whose models cost nothing by nature
 */
record PriceBook(LocalDate date, String currency, Set<String> free, Map<String, Price> perMillion) {
  private static final double MILLION = 1e6;
  private static final Pattern VERSION =
      Pattern.compile("[-@](\\d{8}|\\d{4}-\\d{2}-\\d{2}|\\d{3}|latest)");

  PriceBook {
    Settings.require("USD".equals(currency), "prices are in USD");
    Settings.require(date != null, "prices need a date");
    free = Set.copyOf(free);
    perMillion = Map.copyOf(perMillion);
  }

  /** US dollars for a million tokens read, and written. */
  record Price(double input, double output) {
    Price {
      Settings.require(input >= 0 && output >= 0, "a price cannot be negative");
    }
  }

  /**
   * Reads the file.
   *
   * @throws Fault when it cannot be read or is refused
   */
  static PriceBook read(Path file) {
    try {
      return Wire.strict(Wire.parse(Files.readAllBytes(file)), PriceBook.class);
    } catch (IOException unreadable) {
      throw new Fault(
          FaultCode.INVALID_CONFIG, "cannot read " + file, String.valueOf(unreadable), "");
    } catch (IllegalArgumentException refusal) {
      throw new Fault(
          FaultCode.INVALID_CONFIG, file + " is refused", String.valueOf(refusal.getMessage()), "");
    }
  }

  /** US dollars for one answer; empty when the price is unknown. */
  OptionalDouble cost(ModelId model, long inputTokens, long outputTokens) {
    if (free.contains(model.provider())) {
      return OptionalDouble.of(0);
    }
    String id = model.toString();
    Price price = perMillion.get(id);
    if (price == null) {
      price =
          perMillion.keySet().stream()
              .filter(known -> id.startsWith(known))
              .filter(known -> VERSION.matcher(id.substring(known.length())).matches())
              .max(Comparator.comparingInt(String::length))
              .map(perMillion::get)
              .orElse(null);
    }
    return price == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            (inputTokens * price.input() + outputTokens * price.output()) / MILLION);
  }
}
