package io.github.steelyard.datasets.synthetic;

import java.util.List;

/**
 * The strokes of each digit in the unit square, y downwards, as SVG would write them: M and L with
 * a point, C with two control points and a point.
 */
final class DigitStrokes {
  private static final List<String> STROKES =
      List.of(
          "M .50 .10 C .22 .10 .20 .90 .50 .90 C .80 .90 .78 .10 .50 .10",
          "M .36 .28 L .53 .10 L .52 .90",
          "M .26 .30 C .26 .02 .74 .02 .73 .30 C .72 .52 .38 .66 .24 .89 L .77 .88",
          "M .27 .17 C .40 .02 .74 .08 .71 .29 C .69 .45 .54 .47 .44 .47"
              + " C .60 .47 .77 .54 .75 .71 C .72 .96 .36 .96 .24 .79",
          "M .57 .10 L .22 .60 L .80 .60 M .62 .36 L .60 .90",
          "M .73 .11 L .35 .11 L .31 .45 C .46 .36 .76 .42 .75 .66 C .74 .94 .38 .96 .25 .80",
          "M .66 .10 C .40 .20 .26 .50 .28 .70 C .30 .96 .72 .96 .71 .70 C .70 .46 .36 .46 .29 .66",
          "M .24 .13 L .76 .12 C .62 .40 .50 .60 .44 .90",
          "M .50 .47 C .24 .38 .27 .10 .50 .10 C .73 .10 .76 .38 .50 .47"
              + " C .20 .58 .22 .90 .50 .90 C .78 .90 .80 .58 .50 .47",
          "M .71 .30 C .68 .06 .30 .06 .30 .32 C .30 .54 .64 .54 .71 .30"
              + " C .71 .55 .69 .72 .58 .90");

  private DigitStrokes() {}

  /** How many digits there are. */
  static final int DIGITS = STROKES.size();

  /** Commands and coordinates, in order. */
  static List<String> of(int digit) {
    return List.of(STROKES.get(digit).split(" ", -1));
  }
}
