package io.github.steelyard.datasets.shift.image.geometric;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;
import io.github.steelyard.datasets.shift.image.filter.Border;

/** By 4, 8, 12, 16 or 20 % of the sides; the border is continued. */
@AutoService(Shift.class)
public final class Translation extends ImageShift {
  public Translation() {
    super("translation", ShiftKind.GEOMETRY, "The image is moved, in some direction.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double share = level.pick(.04, .08, .12, .16, .2);
    return (picture, random) -> {
      double direction = random.uniform(0, 2 * Math.PI);
      double down = share * picture.height() * Math.sin(direction);
      double right = share * picture.width() * Math.cos(direction);
      return Warp.affine(picture, Border.REPLICATE, 1, 0, 0, 1, down, right);
    };
  }
}
