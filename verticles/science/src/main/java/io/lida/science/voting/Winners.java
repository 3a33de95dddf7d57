package io.lida.science.voting;

import java.util.List;

/** Who wins, of a rule that says no more. */
public record Winners(List<String> winners) implements Outcome {}
