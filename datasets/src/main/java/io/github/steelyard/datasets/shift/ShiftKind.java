package io.github.steelyard.datasets.shift;

import java.util.Locale;

/** What in the world a shift stands for. The first four are ImageNet-C's, the last are tables'. */
public enum ShiftKind {
  NOISE,
  BLUR,
  WEATHER,
  DIGITAL,
  GEOMETRY,
  TONE,
  TABLE;

  /** As tables write it: {@code noise}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
