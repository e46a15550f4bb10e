package io.github.steelyard.datasets.shift.image.geometric;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;
import io.github.steelyard.datasets.shift.image.filter.Border;

/** By a factor of 1.1, 1.2, 1.35, 1.5 or 1.75, or its inverse; the border is continued. */
@AutoService(Shift.class)
public final class Scaling extends ImageShift {
  public Scaling() {
    super("scaling", ShiftKind.GEOMETRY, "The image is made smaller or larger about its centre.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double factor = level.pick(1.1, 1.2, 1.35, 1.5, 1.75);
    return (picture, random) -> {
      double step = random.sign() > 0 ? factor : 1 / factor;
      return Warp.affine(picture, Border.REPLICATE, step, 0, 0, step, 0, 0);
    };
  }
}
