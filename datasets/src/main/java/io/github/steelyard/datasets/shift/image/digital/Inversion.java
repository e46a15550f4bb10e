package io.github.steelyard.datasets.shift.image.digital;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;

/** A value v becomes v + a (1 - 2 v). Not one of ImageNet-C. */
@AutoService(Shift.class)
public final class Inversion extends ImageShift {
  public Inversion() {
    super(
        "inversion",
        ShiftKind.TONE,
        "Light and dark are exchanged, in part at first, wholly at severity 5.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    float part = (float) level.pick(.1, .2, .3, .4, 1);
    return (picture, random) -> {
      float[] values = picture.values();
      for (int i = 0; i < values.length; i++) {
        values[i] += part * (1 - 2 * values[i]);
      }
      return picture;
    };
  }
}
