package io.github.steelyard.datasets.shift.image.weather;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.ShiftRandom;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.Luma;
import io.github.steelyard.datasets.shift.image.Picture;
import io.github.steelyard.datasets.shift.image.PictureTransform;
import io.github.steelyard.datasets.shift.image.filter.CentreZoom;
import io.github.steelyard.datasets.shift.image.filter.MotionLine;

/**
 * Flakes that fall in a slanting line: bright normal noise, enlarged, without what is dark, blurred
 * by motion. The scene itself is whitened, and the flakes are laid over it twice, the second time
 * turned round.
 */
@AutoService(Shift.class)
public final class Snow extends ImageShift {
  public Snow() {
    super("snow", ShiftKind.WEATHER, "Snow falls in front of the scene.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    // Mean and deviation of the noise, enlargement, threshold, motion's radius and deviation, and
    // how much of the scene keeps its colour.
    double[] constants =
        level.pick(
            new double[][] {
              {.1, .2, 1, .6, 8, 3, .95},
              {.1, .2, 1, .5, 10, 4, .9},
              {.15, .3, 1.75, .55, 10, 4, .9},
              {.25, .3, 2.25, .6, 12, 6, .85},
              {.3, .3, 1.25, .65, 14, 12, .8}
            },
            new double[][] {
              {.1, .3, 3, .5, 10, 4, .8},
              {.2, .3, 2, .5, 12, 4, .7},
              {.55, .3, 4, .9, 12, 8, .7},
              {.55, .3, 4.5, .85, 12, 8, .65},
              {.55, .3, 2.5, .85, 12, 12, .55}
            });
    CentreZoom zoom = new CentreZoom(level.height(), level.width(), 1, constants[2]);
    MotionLine line = new MotionLine(constants[4], constants[5]);
    float colour = (float) constants[6];
    return (picture, random) -> {
      Picture flakes = flakes(picture, constants, zoom, random);
      flakes = line.apply(flakes, random.uniform(-135, -45));
      whiten(picture, colour);
      return laidOver(picture, flakes.values());
    };
  }

  private static Picture flakes(
      Picture picture, double[] constants, CentreZoom zoom, ShiftRandom random) {
    float[] noise = new float[picture.pixels()];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (constants[0] + constants[1] * random.gaussian());
    }
    float[] enlarged = new float[noise.length];
    zoom.addTo(new Picture(picture.height(), picture.width(), 1, noise), enlarged);
    for (int i = 0; i < enlarged.length; i++) {
      enlarged[i] = enlarged[i] < constants[3] ? 0 : Picture.clip(enlarged[i]);
    }
    return new Picture(picture.height(), picture.width(), 1, enlarged);
  }

  private static void whiten(Picture picture, float colour) {
    float[] values = picture.values();
    int channels = picture.channels();
    for (int first = 0; first < values.length; first += channels) {
      float light = 1.5f * Luma.of(values, first, channels) + 0.5f;
      for (int i = first; i < first + channels; i++) {
        values[i] = colour * values[i] + (1 - colour) * Math.max(values[i], light);
      }
    }
  }

  private static Picture laidOver(Picture picture, float[] flakes) {
    float[] values = picture.values();
    for (int i = 0; i < values.length; i++) {
      int pixel = i / picture.channels();
      values[i] += flakes[pixel] + flakes[flakes.length - 1 - pixel];
    }
    return picture;
  }
}
