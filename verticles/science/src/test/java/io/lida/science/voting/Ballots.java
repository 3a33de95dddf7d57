package io.lida.science.voting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ballots as they are printed: {@code 42 M>N>C>K; 3 A=B>C}; options are single words. */
final class Ballots {
  /** Memphis, Nashville, Chattanooga and Knoxville: where shall the capital of Tennessee be? */
  static final Profile TENNESSEE = profile("42 M>N>C>K; 26 N>C>K>M; 15 C>K>N>M; 17 K>C>N>M");

  /** Schulze 2011, section 3.1: 45 voters, 5 alternatives. */
  static final Profile SCHULZE =
      profile(
          "5 A>C>B>E>D; 5 A>D>E>C>B; 8 B>E>D>A>C; 3 C>A>B>E>D; 7 C>A>E>B>D; 2 C>B>A>D>E;"
              + " 7 D>C>E>B>A; 8 E>B>A>D>C");

  static final Profile CYCLE = profile("1 A>B>C; 1 B>C>A; 1 C>A>B");

  private Ballots() {}

  static Profile profile(String printed) {
    return Profile.of(parse(printed));
  }

  static List<RankedBallot> parse(String printed) {
    return Arrays.stream(printed.split(";")).map(String::strip).map(Ballots::ballot).toList();
  }

  private static RankedBallot ballot(String printed) {
    String[] parts = printed.split(" ", 2);
    List<List<String>> levels = new ArrayList<>();
    if (parts.length > 1) {
      for (String level : parts[1].split(">")) {
        levels.add(List.of(level.split("=")));
      }
    }
    return new RankedBallot(levels, Long.parseLong(parts[0]));
  }
}
