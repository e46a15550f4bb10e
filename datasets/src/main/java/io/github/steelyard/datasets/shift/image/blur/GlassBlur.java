package io.github.steelyard.datasets.shift.image.blur;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.ShiftRandom;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.Picture;
import io.github.steelyard.datasets.shift.image.PictureTransform;
import io.github.steelyard.datasets.shift.image.filter.Border;
import io.github.steelyard.datasets.shift.image.filter.GaussianFilter;

/** Blurred, then near pixels change places, then blurred again. */
@AutoService(Shift.class)
public final class GlassBlur extends ImageShift {
  private static final double TRUNCATE = 4;

  public GlassBlur() {
    super("glass-blur", ShiftKind.BLUR, "The image is seen through frosted glass.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double[] constants =
        level.pick(
            new double[][] {{.05, 1, 1}, {.25, 1, 1}, {.4, 1, 1}, {.25, 1, 2}, {.4, 1, 2}},
            new double[][] {{.7, 1, 2}, {.9, 2, 1}, {1, 2, 3}, {1.1, 3, 2}, {1.5, 4, 2}});
    GaussianFilter filter = new GaussianFilter(constants[0], TRUNCATE, Border.REPLICATE);
    int reach = (int) constants[1];
    int rounds = (int) constants[2];
    return (picture, random) -> {
      Picture blurred = filter.apply(picture);
      for (int round = 0; round < rounds; round++) {
        shuffle(blurred, reach, random);
      }
      return filter.apply(blurred);
    };
  }

  private static void shuffle(Picture picture, int reach, ShiftRandom random) {
    for (int y = picture.height() - 1 - reach; y >= reach; y--) {
      for (int x = picture.width() - 1 - reach; x >= reach; x--) {
        int otherX = x + random.integer(-reach, reach - 1);
        int otherY = y + random.integer(-reach, reach - 1);
        exchange(picture, y * picture.width() + x, otherY * picture.width() + otherX);
      }
    }
  }

  private static void exchange(Picture picture, int pixel, int other) {
    float[] values = picture.values();
    for (int channel = 0; channel < picture.channels(); channel++) {
      int here = pixel * picture.channels() + channel;
      int there = other * picture.channels() + channel;
      float kept = values[here];
      values[here] = values[there];
      values[there] = kept;
    }
  }
}
