package io.github.steelyard.datasets.shift.image.noise;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;

/** Salt and pepper in equal shares, each value on its own. */
@AutoService(Shift.class)
public final class ImpulseNoise extends ImageShift {
  public ImpulseNoise() {
    super(
        "impulse-noise",
        ShiftKind.NOISE,
        "Some values become black or white, as with broken bits.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double share =
        level.pick(new double[] {.01, .02, .03, .05, .07}, new double[] {.03, .06, .09, .17, .27});
    return (picture, random) -> {
      float[] values = picture.values();
      for (int i = 0; i < values.length; i++) {
        double draw = random.uniform();
        if (draw < share) {
          values[i] = draw < share / 2 ? 0 : 1;
        }
      }
      return picture;
    };
  }
}
