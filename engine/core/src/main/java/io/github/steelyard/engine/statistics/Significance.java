package io.github.steelyard.engine.statistics;

/**
 * What a two-sided test is asked for.
 *
 * @param level the probability of finding a difference where there is none, in (0, 1)
 * @param power the probability of finding the difference that is there, in (0.5, 1)
 */
public record Significance(double level, double power) {
  /** A level of 5 % and a power of 80 %. */
  public static final Significance USUAL = new Significance(0.05, 0.8);

  public Significance {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "Cannot test at a level of " + level + ": expected above 0 and below 1");
    }
    if (!(power > 0.5 && power < 1)) {
      throw new IllegalArgumentException(
          "Cannot ask for a power of " + power + ": expected above 0.5 and below 1");
    }
  }

  double levelQuantile() {
    return Quantiles.twoSided(1 - level);
  }

  double powerQuantile() {
    return Quantiles.normal(power);
  }
}
