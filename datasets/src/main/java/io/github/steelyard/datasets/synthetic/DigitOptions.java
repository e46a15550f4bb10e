package io.github.steelyard.datasets.synthetic;

import io.github.steelyard.datasets.format.OptionKind;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.engine.problem.DataException;
import java.io.Serializable;
import java.util.List;

/**
 * What is drawn, and how hard it is to read.
 *
 * @param size height and width in pixels
 * @param jitter how far the points of a stroke stray, as a share of the size (standard deviation)
 * @param thickness mean width of a stroke, as a share of the size
 * @param rotation the largest rotation and slant, in degrees
 * @param shift the largest displacement, as a share of the size
 * @param noise standard deviation of a pixel's noise; 1 is the step from black to white
 */
record DigitOptions(
    long examples,
    long seed,
    int size,
    int classes,
    double jitter,
    double thickness,
    double rotation,
    double shift,
    double noise)
    implements Serializable {
  private static final long MOST_EXAMPLES = 1_000_000_000_000L;

  static List<OptionSpec> specs() {
    return List.of(
        OptionSpec.required("examples", OptionKind.INTEGER, "How many digits to draw."),
        OptionSpec.required(
            "seed",
            OptionKind.INTEGER,
            "What decides all of them; splits of one seed share their first digits."),
        OptionSpec.optional(
            "size", OptionKind.INTEGER, "Height and width in pixels, 8 to 512; by default 28."),
        OptionSpec.optional(
            "classes", OptionKind.INTEGER, "How many digits, from 0 on, 2 to 10; by default 10."),
        OptionSpec.optional(
            "jitter",
            OptionKind.NUMBER,
            "How far the points of a stroke stray, as a share of the size, 0 to 1; by default"
                + " 0.03."),
        OptionSpec.optional(
            "thickness",
            OptionKind.NUMBER,
            "Mean width of a stroke as a share of the size, 0.01 to 0.5; by default 0.09."),
        OptionSpec.optional(
            "rotation",
            OptionKind.NUMBER,
            "The largest rotation and slant in degrees, 0 to 180; by default 15."),
        OptionSpec.optional(
            "shift",
            OptionKind.NUMBER,
            "The largest displacement as a share of the size, 0 to 1; by default 0.06."),
        OptionSpec.optional(
            "noise",
            OptionKind.NUMBER,
            "Standard deviation of a pixel's noise, 0 to 1 (the step from black to white); by"
                + " default 0.05."));
  }

  static DigitOptions of(Options options) {
    return new DigitOptions(
        whole(options, "examples", 0, 1, MOST_EXAMPLES),
        whole(options, "seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
        (int) whole(options, "size", 28, 8, 512),
        (int) whole(options, "classes", DigitStrokes.DIGITS, 2, DigitStrokes.DIGITS),
        share(options, "jitter", 0.03, 0, 1),
        share(options, "thickness", 0.09, 0.01, 0.5),
        share(options, "rotation", 15, 0, 180),
        share(options, "shift", 0.06, 0, 1),
        share(options, "noise", 0.05, 0, 1));
  }

  private static long whole(Options options, String key, long otherwise, long least, long most) {
    long value = options.integer(key, otherwise);
    if (!(value >= least && value <= most)) {
      throw new DataException(key, "expected " + least + " to " + most + ". Found: " + value);
    }
    return value;
  }

  private static double share(
      Options options, String key, double otherwise, double least, double most) {
    double value = options.number(key, otherwise);
    if (!(value >= least && value <= most)) {
      throw new DataException(key, "expected " + least + " to " + most + ". Found: " + value);
    }
    return value;
  }
}
