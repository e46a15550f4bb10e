package io.github.steelyard.datasets.shift.image;

import io.github.steelyard.datasets.shift.ShiftRandom;

/** A corruption at one level. */
@FunctionalInterface
public interface PictureTransform {
  /** The result, which may leave 0 to 1; the given picture may be overwritten. */
  Picture apply(Picture picture, ShiftRandom random);
}
