package io.github.steelyard.datasets.shift.image.weather;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;

/** Adds to the value of hue, saturation and value, which is a pixel's largest channel. */
@AutoService(Shift.class)
public final class Brightness extends ImageShift {
  public Brightness() {
    super("brightness", ShiftKind.WEATHER, "Everything is lit more brightly.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    float more =
        (float) level.pick(new double[] {.05, .1, .15, .2, .3}, new double[] {.1, .2, .3, .4, .5});
    return (picture, random) -> {
      float[] values = picture.values();
      int channels = picture.channels();
      for (int first = 0; first < values.length; first += channels) {
        brighten(values, first, channels, more);
      }
      return picture;
    };
  }

  private static void brighten(float[] values, int first, int channels, float more) {
    float brightest = 0;
    for (int i = first; i < first + channels; i++) {
      brightest = Math.max(brightest, values[i]);
    }
    float wanted = Math.min(brightest + more, 1);
    for (int i = first; i < first + channels; i++) {
      // Black has no hue: it becomes grey.
      values[i] = brightest == 0 ? wanted : values[i] * (wanted / brightest);
    }
  }
}
