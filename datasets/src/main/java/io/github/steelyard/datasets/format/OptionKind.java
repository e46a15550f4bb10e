package io.github.steelyard.datasets.format;

/** What the text of an option must be. */
public enum OptionKind {
  TEXT,
  /** A path of any Hadoop file system; globs where the format says so. */
  PATH,
  INTEGER,
  NUMBER,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** One text or several. */
  TEXTS
}
