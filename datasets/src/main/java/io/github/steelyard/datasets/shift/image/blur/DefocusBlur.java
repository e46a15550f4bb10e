package io.github.steelyard.datasets.shift.image.blur;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.Picture;
import io.github.steelyard.datasets.shift.image.PictureTransform;
import io.github.steelyard.datasets.shift.image.filter.Border;
import io.github.steelyard.datasets.shift.image.filter.GaussianFilter;
import io.github.steelyard.datasets.shift.image.filter.SparseFilter;

/** A disk whose own edge is blurred a little, as the original's {@code disk(radius, alias)}. */
@AutoService(Shift.class)
public final class DefocusBlur extends ImageShift {
  public DefocusBlur() {
    super("defocus-blur", ShiftKind.BLUR, "The image is out of focus.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double[] radiusAndAlias =
        level.pick(
            new double[][] {{.3, .4}, {.4, .5}, {.5, .6}, {1, .2}, {1.5, .1}},
            new double[][] {{3, .1}, {4, .5}, {6, .5}, {8, .5}, {10, .5}});
    SparseFilter filter = new SparseFilter(Border.REFLECT);
    float[][] kernel = disk(radiusAndAlias[0], radiusAndAlias[1]);
    for (int y = 0; y < kernel.length; y++) {
      for (int x = 0; x < kernel.length; x++) {
        filter.add(y - kernel.length / 2, x - kernel.length / 2, kernel[y][x]);
      }
    }
    return (picture, random) -> filter.apply(picture);
  }

  static float[][] disk(double radius, double alias) {
    int half = radius <= 8 ? 8 : (int) radius;
    int side = 2 * half + 1;
    float[] values = new float[side * side];
    int inside = 0;
    for (int y = -half; y <= half; y++) {
      for (int x = -half; x <= half; x++) {
        if (x * x + y * y <= radius * radius) {
          values[(y + half) * side + x + half] = 1;
          inside++;
        }
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= inside;
    }
    // OpenCV's GaussianBlur with kernels of 3x3 and 5x5.
    GaussianFilter edge = GaussianFilter.ofRadius(alias, radius <= 8 ? 1 : 2, Border.REFLECT);
    float[] blurred = edge.apply(new Picture(side, side, 1, values)).values();
    float[][] kernel = new float[side][side];
    for (int y = 0; y < side; y++) {
      System.arraycopy(blurred, y * side, kernel[y], 0, side);
    }
    return kernel;
  }
}
