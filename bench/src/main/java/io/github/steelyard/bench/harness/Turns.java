package io.github.steelyard.bench.harness;

/**
 * How often each arm has its turn.
 *
 * @param warmUps rounds that do not count, in which code is compiled and caches fill
 * @param rounds that count, at least 1
 */
public record Turns(int warmUps, int rounds) {
  /** For rounds of milliseconds. */
  public static final Turns MANY = new Turns(6, 11);

  /** For rounds of seconds. */
  public static final Turns FEW = new Turns(1, 5);

  /**
   * For rounds of seconds in which much code runs a little: Spark's, Hadoop's and Parquet's are
   * compiled only after several rounds, while an engine's native loop is as fast in its first.
   */
  public static final Turns WARM = new Turns(6, 5);

  /** For whole processes that know no warm-up. */
  public static final Turns ONCE = new Turns(0, 1);

  /** Enough for a look; whatever warms up does so once at least. */
  public Turns quick() {
    return new Turns((warmUps + 1) / 2, Math.min(rounds, 3));
  }
}
