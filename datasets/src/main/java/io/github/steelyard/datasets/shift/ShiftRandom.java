package io.github.steelyard.datasets.shift;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The random numbers of one example under one shift, the same on every machine. The severity has no
 * part in them: the same noise grows stronger, so that severities differ by what they are and not
 * by luck.
 *
 * <p>xoshiro256++ (Blackman and Vigna 2021), seeded from MurmurHash3 of the shift's name and the
 * example's id.
 */
public final class ShiftRandom {
  private final XoShiRo256PlusPlus source;
  private final ZigguratSampler.NormalizedGaussian gaussian;

  private ShiftRandom(XoShiRo256PlusPlus source) {
    this.source = source;
    this.gaussian = ZigguratSampler.NormalizedGaussian.of(source);
  }

  /**
   * The numbers of one example.
   *
   * @param shift the shift's name
   * @param id the example's id
   */
  public static ShiftRandom of(String shift, String id) {
    byte[] key = (shift + '\n' + id).getBytes(StandardCharsets.UTF_8);
    long[] hash = MurmurHash3.hash128x64(key);
    SplitMix64 first = new SplitMix64(hash[0]);
    SplitMix64 second = new SplitMix64(hash[1]);
    return new ShiftRandom(
        new XoShiRo256PlusPlus(
            first.nextLong(), first.nextLong(), second.nextLong(), second.nextLong()));
  }

  /** From 0 to below 1. */
  public double uniform() {
    return source.nextDouble();
  }

  /** From {@code low} to below {@code high}. */
  public double uniform(double low, double high) {
    return low + (high - low) * source.nextDouble();
  }

  /** From {@code low} to {@code high}, both included. */
  public int integer(int low, int high) {
    return low + source.nextInt(high - low + 1);
  }

  /** Mean 0, variance 1. */
  public double gaussian() {
    return gaussian.sample();
  }

  /**
   * The distribution of a number of events, made ready once for all examples.
   *
   * @param mean how many are expected, above 0
   */
  public static SharedStateDiscreteSampler poisson(double mean) {
    return PoissonSampler.of(new SplitMix64(0), mean);
  }

  /** A number of events, at least 0, drawn with this example's numbers. */
  public int events(SharedStateDiscreteSampler distribution) {
    return distribution.withUniformRandomProvider(source).sample();
  }

  /** -1 or 1. */
  public int sign() {
    return source.nextBoolean() ? 1 : -1;
  }
}
