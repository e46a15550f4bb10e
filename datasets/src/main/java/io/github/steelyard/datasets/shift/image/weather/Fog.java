package io.github.steelyard.datasets.shift.image.weather;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;

/** Clouds are added, and the whole is brought back to its former brightest value. */
@AutoService(Shift.class)
public final class Fog extends ImageShift {
  public Fog() {
    super("fog", ShiftKind.WEATHER, "The scene lies in fog.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double[] densityAndDecay =
        level.pick(
            new double[][] {{.2, 3}, {.5, 3}, {.75, 2.5}, {1, 2}, {1.5, 1.75}},
            new double[][] {{1.5, 2}, {2, 2}, {2.5, 1.7}, {2.5, 1.5}, {3, 1.4}});
    float density = (float) densityAndDecay[0];
    return (picture, random) -> {
      float[] values = picture.values();
      float brightest = picture.max();
      float[] fog =
          PlasmaFractal.of(picture.height(), picture.width(), densityAndDecay[1], random).values();
      for (int i = 0; i < values.length; i++) {
        float foggy = values[i] + density * fog[i / picture.channels()];
        values[i] = foggy * brightest / (brightest + density);
      }
      return picture;
    };
  }
}
