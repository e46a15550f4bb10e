package io.github.steelyard.datasets.shift.image;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import org.apache.commons.rng.sampling.distribution.PoissonSamplerCache;

/** A value v becomes Poisson(v c) / c for a number c of photons. */
@AutoService(Shift.class)
public final class ShotNoise extends ImageShift {
  public ShotNoise() {
    super(
        "shot-noise",
        ShiftKind.NOISE,
        "Light comes in few photons, so that every value is a Poisson count.");
  }

  @Override
  PictureTransform transform(Level level) {
    double photons =
        level.pick(new double[] {500, 250, 100, 75, 50}, new double[] {60, 25, 12, 5, 3});
    // Values are few, and each costs an exponential once; the cache may be shared by threads.
    PoissonSamplerCache samplers = new PoissonSamplerCache(0, photons + 1);
    return (picture, random) -> {
      float[] values = picture.values();
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.poisson(values[i] * photons, samplers) / photons);
      }
      return picture;
    };
  }
}
