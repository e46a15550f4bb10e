package io.github.steelyard.datasets.shift.image.noise;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;

/** Normal noise of a given deviation, each value on its own. */
@AutoService(Shift.class)
public final class GaussianNoise extends ImageShift {
  public GaussianNoise() {
    super(
        "gaussian-noise",
        ShiftKind.NOISE,
        "Normal noise is added to every value, as in poor light.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double deviation =
        level.pick(new double[] {.04, .06, .08, .09, .10}, new double[] {.08, .12, .18, .26, .38});
    return (picture, random) -> {
      float[] values = picture.values();
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (deviation * random.gaussian());
      }
      return picture;
    };
  }
}
