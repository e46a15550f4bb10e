package io.github.steelyard.datasets.batch;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * @param features the features of a table's row that go into the input, or null for all
 * @param inputs what each of several inputs gets, in place of all the above; empty for one input
 */
public record Preprocessing(
    double scale,
    List<Double> mean,
    List<Double> std,
    Layout layout,
    @Nullable Size size,
    @Nullable String input,
    @Nullable Features features,
    List<Preprocessing> inputs)
    implements Serializable {
  /** Extents of an image in pixels. */
  public record Size(int height, int width) implements Serializable {}

  /**
   * Some of a row's features.
   *
   * @param indices counted from 0, in the order in which the input has them
   * @param of how many features a row must have for these to be the ones that were meant; 0 where
   *     any number will do
   */
  public record Features(List<Integer> indices, int of) implements Serializable {
    public Features {
      indices = List.copyOf(indices);
      if (indices.isEmpty() || !indices.stream().allMatch(index -> index >= 0)) {
        throw new IllegalArgumentException("Cannot take features " + indices);
      }
    }

    /** Features that follow one another, the last one included. */
    public Features(int first, int last) {
      this(IntStream.rangeClosed(first, last).boxed().toList(), 0);
    }

    public int count() {
      return indices.size();
    }

    public int first() {
      return indices.get(0);
    }

    public int largest() {
      return Collections.max(indices);
    }

    public boolean followOneAnother() {
      return IntStream.range(0, count()).allMatch(i -> indices.get(i) == first() + i);
    }

    /** As suites have it: {@code 0-3}, or {@code 4} for one, or {@code 7, 2}. */
    @Override
    public String toString() {
      if (count() > 1 && followOneAnother()) {
        return first() + "-" + largest();
      }
      return indices.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
  }

  public Preprocessing {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    inputs = List.copyOf(inputs);
  }

  /** Of one input, which gets all features. */
  public Preprocessing(
      double scale,
      List<Double> mean,
      List<Double> std,
      Layout layout,
      @Nullable Size size,
      @Nullable String input) {
    this(scale, mean, std, layout, size, input, null, List.of());
  }

  /**
   * Of several inputs.
   *
   * @param inputs each with its name
   */
  public static Preprocessing ofInputs(List<Preprocessing> inputs) {
    return new Preprocessing(1, List.of(), List.of(), Layout.FLAT, null, null, null, inputs);
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
    if (!inputs.isEmpty()) {
      return inputs.stream().map(Preprocessing::canonicalText).collect(Collectors.joining("; "));
    }
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
    if (features != null) {
      text.append(", features ").append(features);
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
