package io.lida.proof.faults;

/** One fault of the matrix and what must hold under it. */
interface Row {
  /** Its number in the matrix. */
  int number();

  /** What is done. */
  String fault();

  /** What must hold, in few words. */
  String required();

  /** Does it, and tells what was seen. */
  void run(Stage stage, Findings findings) throws Exception;
}
