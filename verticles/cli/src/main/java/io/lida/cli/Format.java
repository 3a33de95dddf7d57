package io.lida.cli;

/** How results are written. */
enum Format {
  /** For people. */
  TEXT,
  /** Exactly one document. */
  JSON,
  /** One document a line. */
  JSONL
}
