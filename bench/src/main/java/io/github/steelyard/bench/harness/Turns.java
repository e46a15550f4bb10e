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
   * For rounds of a second in which much code runs a little: Spark's, Hadoop's and Parquet's. A
   * round of the predict stage still compiles for half a second in its sixth turn, for a fifth in
   * its twentieth and for a tenth from the thirtieth on, one of a scan for a hundredth by then, and
   * an engine's native loop not at all. With fewer turns one arm would be timed with its compiler,
   * the others without.
   */
  public static final Turns WARM = new Turns(24, 7);

  /** For whole processes that know no warm-up. */
  public static final Turns ONCE = new Turns(0, 1);

  /** Enough for a look; whatever warms up does so once at least. */
  public Turns quick() {
    return new Turns((warmUps + 1) / 2, Math.min(rounds, 3));
  }
}
