package io.github.steelyard.datasets.shift.image.geometric;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;
import io.github.steelyard.datasets.shift.image.filter.Border;

/** By 5, 10, 20, 30 or 45 degrees about the centre; the border is continued. */
@AutoService(Shift.class)
public final class Rotation extends ImageShift {
  public Rotation() {
    super("rotation", ShiftKind.GEOMETRY, "The image is turned, to the left or to the right.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double angle = Math.toRadians(level.pick(5, 10, 20, 30, 45));
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    return (picture, random) -> {
      double turned = random.sign() * sine;
      return Warp.affine(picture, Border.REPLICATE, cosine, -turned, turned, cosine, 0, 0);
    };
  }
}
