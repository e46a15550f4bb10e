package io.github.steelyard.datasets.batch;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a decoded input on its way into a model: resize, then {@code (x * scale - mean) /
 * std} for each channel (or feature), computed in double and rounded once to float32, then layout.
 *
 * @param scale the factor, 1/255 for pixels between 0 and 1
 * @param mean one value for each channel, one for all, or none for 0
 * @param std like the mean, or none for 1; never 0
 * @param size height and width to which an image is scaled, or null to leave it as it is
 * @param input the name of the model's input, or null where it has only one
 */
public record Preprocessing(
    double scale,
    List<Double> mean,
    List<Double> std,
    Layout layout,
    @Nullable Size size,
    @Nullable String input)
    implements Serializable {
  /** Extents of an image in pixels. */
  public record Size(int height, int width) implements Serializable {}

  public Preprocessing {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  /** Leaves the numbers as they are, in one dimension. */
  public static Preprocessing none() {
    return new Preprocessing(1, List.of(), List.of(), Layout.FLAT, null, null);
  }

  /**
   * All of it in one line, the same on every machine: {@code resize 32x32 bilinear, scale 0.5, mean
   * 0.1 0.2 0.3, std 1, layout NCHW}. Part of every prediction key, and shown in reports.
   */
  public String canonicalText() {
    StringBuilder text = new StringBuilder();
    if (size != null) {
      text.append("resize ").append(size.height()).append('x').append(size.width());
      text.append(" bilinear, ");
    }
    text.append("scale ").append(decimal(scale));
    text.append(", mean ").append(mean.isEmpty() ? "0" : decimals(mean));
    text.append(", std ").append(std.isEmpty() ? "1" : decimals(std));
    text.append(", layout ").append(layout);
    if (input != null) {
      text.append(", input ").append(input);
    }
    return text.toString();
  }

  private static String decimals(List<Double> values) {
    return values.stream().map(Preprocessing::decimal).collect(Collectors.joining(" "));
  }

  /** The fewest digits that give the number back; Double.toString differs between JDKs. */
  private static String decimal(double value) {
    for (int digits = 1; Double.isFinite(value) && digits <= 17; digits++) {
      BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toString();
      }
    }
    return Double.toString(value);
  }
}
