package io.lida.cli;

import io.lida.contract.Agents;

/** Who answers for a seat that a person takes. */
interface Sitter {
  /**
   * What is handed in for a turn.
   *
   * @throws Asker.Stopped when the person leaves instead
   */
  Agents.Submit answer(Agents.Wanted turn, Course course);

  /** Says why what was handed in was not taken; answers whether to ask again. */
  boolean refused(String why);
}
