package io.github.steelyard.engine.data;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model expects or yields under one name.
 *
 * @param shape of one example, without the batch dimension
 */
public record TensorSpec(String name, TensorType type, Shape shape) implements Serializable {
  private static final Pattern TEXT = Pattern.compile("(.*) ([A-Z0-9]+) \\[([^\\]]*)]");

  /**
   * Reads what {@link #toString} gives.
   *
   * @throws IllegalArgumentException where it is another text
   */
  public static TensorSpec parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "Cannot read '" + text + "' as a tensor, expected one like: image FLOAT32 [28, 28, ?]");
    }
    List<Long> extents =
        Pattern.compile(", ")
            .splitAsStream(parts.group(3))
            .filter(extent -> !extent.isEmpty())
            .map(extent -> extent.equals("?") ? Shape.ANY : Long.parseLong(extent))
            .toList();
    return new TensorSpec(parts.group(1), TensorType.valueOf(parts.group(2)), new Shape(extents));
  }

  @Override
  public String toString() {
    return name + " " + type + " " + shape;
  }
}
