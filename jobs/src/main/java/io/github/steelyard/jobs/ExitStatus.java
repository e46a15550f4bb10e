package io.github.steelyard.jobs;

/** What a command's exit status means. */
public final class ExitStatus {
  /** All that was asked for is there. */
  public static final int DONE = 0;

  /** A gate found something that got worse. */
  public static final int GATE_FAILED = 1;

  /** The command line, or a suite or family file, is wrong; nothing was started. */
  public static final int WRONG_USAGE = 2;

  /** Some units failed; the others are done. */
  public static final int SOME_FAILED = 3;

  /** Nothing could run. */
  public static final int NOTHING_RAN = 4;

  private ExitStatus() {}

  /** The status of work that consists of units. */
  public static int of(long done, long failed) {
    if (failed == 0) {
      return DONE;
    }
    return done == 0 ? NOTHING_RAN : SOME_FAILED;
  }
}
