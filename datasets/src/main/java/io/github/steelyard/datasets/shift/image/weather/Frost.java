package io.github.steelyard.datasets.shift.image.weather;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;

/**
 * Ice crystals lie over the image. The original lays photographs of frosted panes over it; here the
 * ice is drawn: veins where rough clouds cross their middle height, thicker in some places than in
 * others. Its scores are therefore comparable among Steelyard's runs, not with published ones.
 */
@AutoService(Shift.class)
public final class Frost extends ImageShift {
  private static final double VEINS_DECAY = 1.5;
  private static final double THICKNESS_DECAY = 2.2;

  /** Ice is bluish. */
  private static final float[] TINT = {.82f, .92f, 1};

  public Frost() {
    super("frost", ShiftKind.WEATHER, "Ice crystals lie on the lens.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double[] keptAndIce =
        level.pick(
            new double[][] {{1, .2}, {1, .3}, {.9, .4}, {.85, .4}, {.75, .45}},
            new double[][] {{1, .4}, {.8, .6}, {.7, .7}, {.65, .7}, {.6, .75}});
    float kept = (float) keptAndIce[0];
    float ice = (float) keptAndIce[1];
    return (picture, random) -> {
      int height = picture.height();
      int width = picture.width();
      float[] veins = PlasmaFractal.of(height, width, VEINS_DECAY, random).values();
      float[] thickness = PlasmaFractal.of(height, width, THICKNESS_DECAY, random).values();
      float[] values = picture.values();
      int channels = picture.channels();
      for (int i = 0; i < values.length; i++) {
        float ridge = 1 - Math.abs(2 * veins[i / channels] - 1);
        float layer = ridge * ridge * (.35f + .65f * thickness[i / channels]);
        float tint = channels == 3 ? TINT[i % channels] : 1;
        values[i] = kept * values[i] + ice * tint * layer;
      }
      return picture;
    };
  }
}
