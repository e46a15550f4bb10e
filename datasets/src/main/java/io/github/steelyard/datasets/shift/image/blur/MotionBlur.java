package io.github.steelyard.datasets.shift.image.blur;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;
import io.github.steelyard.datasets.shift.image.filter.MotionLine;

/** A line in a direction of -45 to 45 degrees. */
@AutoService(Shift.class)
public final class MotionBlur extends ImageShift {
  public MotionBlur() {
    super("motion-blur", ShiftKind.BLUR, "The camera moves quickly.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double[] radiusAndDeviation =
        level.pick(
            new double[][] {{6, 1}, {6, 1.5}, {6, 2}, {8, 2}, {9, 2.5}},
            new double[][] {{10, 3}, {15, 5}, {15, 8}, {15, 12}, {20, 15}});
    MotionLine line = new MotionLine(radiusAndDeviation[0], radiusAndDeviation[1]);
    return (picture, random) -> line.apply(picture, random.uniform(-45, 45));
  }
}
