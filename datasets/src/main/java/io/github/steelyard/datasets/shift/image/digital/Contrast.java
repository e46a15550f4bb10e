package io.github.steelyard.datasets.shift.image.digital;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.Picture;
import io.github.steelyard.datasets.shift.image.PictureTransform;

/** Each channel is drawn to its mean. */
@AutoService(Shift.class)
public final class Contrast extends ImageShift {
  public Contrast() {
    super(
        "contrast",
        ShiftKind.DIGITAL,
        "Differences from the mean shrink, as in haze or bad light.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    float kept =
        (float) level.pick(new double[] {.75, .5, .4, .3, .15}, new double[] {.4, .3, .2, .1, .05});
    return (picture, random) -> {
      for (int channel = 0; channel < picture.channels(); channel++) {
        flatten(picture, channel, kept);
      }
      return picture;
    };
  }

  private static void flatten(Picture picture, int channel, float kept) {
    float[] values = picture.values();
    double sum = 0;
    for (int i = channel; i < values.length; i += picture.channels()) {
      sum += values[i];
    }
    float mean = (float) (sum / picture.pixels());
    for (int i = channel; i < values.length; i += picture.channels()) {
      values[i] = (values[i] - mean) * kept + mean;
    }
  }
}
