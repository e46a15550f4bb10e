package io.github.steelyard.datasets.shift.image.geometric;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.ShiftRandom;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.Picture;
import io.github.steelyard.datasets.shift.image.PictureTransform;
import io.github.steelyard.datasets.shift.image.filter.Border;
import io.github.steelyard.datasets.shift.image.filter.GaussianFilter;

/**
 * Smooth random displacements after a small affine map (Simard, Steinkraus and Platt 2003). The
 * affine map moves three points of a square about the centre, each by a random step.
 */
@AutoService(Shift.class)
public final class ElasticTransform extends ImageShift {
  private static final double TRUNCATE = 3;

  public ElasticTransform() {
    super("elastic-transform", ShiftKind.DIGITAL, "Small regions are stretched or contracted.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    // The height of the displacements, their smoothness, the reach of the affine map: shares of
    // the side that the originals wrote as 32 and 244.
    double[] constants =
        level.pick(
            new double[][] {
              {0, 0, .08}, {.05, .2, .07}, {.08, .06, .06}, {.1, .04, .05}, {.1, .03, .03}
            },
            new double[][] {
              {2, .7, .1}, {2, .08, .2}, {.05, .01, .02}, {.07, .01, .02}, {.12, .01, .02}
            });
    double side = Math.min(level.height(), level.width()) * (level.small() ? 1 : 244.0 / 224);
    float height = (float) (constants[0] * side);
    GaussianFilter smooth = new GaussianFilter(constants[1] * side, TRUNCATE, Border.SYMMETRIC);
    double reach = constants[2] * side;
    return (picture, random) -> {
      Picture mapped = affine(picture, reach, random);
      if (height == 0) {
        return mapped;
      }
      float[] down = field(picture, smooth, height, random);
      float[] right = field(picture, smooth, height, random);
      int width = picture.width();
      return Warp.of(
          mapped,
          Border.SYMMETRIC,
          new Warp.Origin() {
            @Override
            public float row(int y, int x) {
              return y + down[y * width + x];
            }

            @Override
            public float column(int y, int x) {
              return x + right[y * width + x];
            }
          });
    };
  }

  private static float[] field(
      Picture picture, GaussianFilter smooth, float height, ShiftRandom random) {
    float[] values = new float[picture.pixels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.uniform(-1, 1);
    }
    float[] smoothed =
        smooth.apply(new Picture(picture.height(), picture.width(), 1, values)).values();
    for (int i = 0; i < smoothed.length; i++) {
      smoothed[i] *= height;
    }
    return smoothed;
  }

  /** The original's square has a third of the smaller side as half its own. */
  private static Picture affine(Picture picture, double reach, ShiftRandom random) {
    double half = Math.max(1, Math.floorDiv(Math.min(picture.height(), picture.width()), 3));
    double[] moved = new double[6];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = random.uniform(-reach, reach);
    }
    // Three corners (+,+), (+,-), (-,-) and their steps determine a map p -> p + A p + b.
    double rowByColumn = (moved[0] - moved[2]) / (2 * half);
    double columnByColumn = (moved[1] - moved[3]) / (2 * half);
    double rowByRow = (moved[2] - moved[4]) / (2 * half);
    double columnByRow = (moved[3] - moved[5]) / (2 * half);
    double down = (moved[0] + moved[4]) / 2;
    double right = (moved[1] + moved[5]) / 2;
    // OpenCV moves pixels forward, sampling asks for the way back; a random step has no direction.
    return Warp.affine(
        picture,
        Border.REFLECT,
        1 + rowByRow,
        rowByColumn,
        columnByRow,
        1 + columnByColumn,
        down,
        right);
  }
}
