package io.github.steelyard.datasets.synthetic;

/**
 * SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"),
 * written out, since the same seed must draw the same digit on every JDK.
 */
final class SplitMix {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /** A stream of its own for each sequence of keys. */
  SplitMix(long... keys) {
    for (long key : keys) {
      state = mix(state + GOLDEN_GAMMA + mix(key + GOLDEN_GAMMA));
    }
  }

  /** The generator as its authors wrote it, from a state. */
  static SplitMix ofState(long state) {
    SplitMix random = new SplitMix();
    random.state = state;
    return random;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** From 0 to below 1. */
  double uniform() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** From -1 to below 1. */
  double symmetric() {
    return 2 * uniform() - 1;
  }

  /** From 0 to below the bound, a small one. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Mean 0, variance 1: Box and Muller's transform, by the functions that never differ. */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }
}
