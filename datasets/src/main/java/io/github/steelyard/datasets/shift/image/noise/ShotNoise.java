package io.github.steelyard.datasets.shift.image.noise;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.ShiftRandom;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** A value v becomes Poisson(v c) / c for a number c of photons. */
@AutoService(Shift.class)
public final class ShotNoise extends ImageShift {
  private static final int LEVELS = 256;

  public ShotNoise() {
    super(
        "shot-noise",
        ShiftKind.NOISE,
        "Light comes in few photons, so that every value is a Poisson count.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double photons =
        level.pick(new double[] {500, 250, 100, 75, 50}, new double[] {60, 25, 12, 5, 3});
    // Values are few, and an expectation costs an exponential: each is made ready once.
    SharedStateDiscreteSampler[] samplers = new SharedStateDiscreteSampler[LEVELS];
    for (int value = 1; value < LEVELS; value++) {
      samplers[value] = ShiftRandom.poisson(value / 255f * photons);
    }
    return (picture, random) -> {
      float[] values = picture.values();
      for (int i = 0; i < values.length; i++) {
        int value = Math.round(255 * values[i]);
        values[i] = value == 0 ? 0 : (float) (random.events(samplers[value]) / photons);
      }
      return picture;
    };
  }
}
