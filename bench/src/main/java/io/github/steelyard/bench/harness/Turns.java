package io.github.steelyard.bench.harness;

/**
 * How often each arm has its turn.
 *
 * @param warmUps rounds that do not count, in which code is compiled and caches fill
 * @param rounds that count, at least 1
 */
public record Turns(int warmUps, int rounds) {
  /** For rounds of milliseconds. */
  public static final Turns MANY = new Turns(10, 15);

  /** For rounds of seconds. */
  public static final Turns FEW = new Turns(1, 5);

  /** For whole processes that know no warm-up. */
  public static final Turns ONCE = new Turns(0, 1);

  /** Enough for a look. */
  public Turns quick() {
    return new Turns(Math.min(warmUps, 3), Math.min(rounds, 3));
  }
}
