package io.github.steelyard.datasets.example;

import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.DataException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What all decoded inputs of a split have in common.
 *
 * @param place of the example that showed it first, for messages
 */
public record InputForm(TensorType type, List<Integer> shape, String place) {
  private static final int USUAL_BYTES = 128;

  public InputForm {
    shape = List.copyOf(shape);
  }

  /** Whether an input is of this form. */
  public boolean fits(TensorType otherType, List<Integer> otherShape) {
    return type == otherType && shape.equals(otherShape);
  }

  /**
   * The sentence for an input of another form.
   *
   * @param other its form and place
   */
  public DataException refusal(InputForm other) {
    return new DataException(
        other.place,
        "expected "
            + type
            + " "
            + shape
            + " like "
            + place
            + ", since all inputs of a split have one shape. Found: "
            + other.type
            + " "
            + other.shape);
  }

  /** Of one input. */
  int bytes() {
    long elements = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    return Math.toIntExact(elements * type.bytes());
  }

  byte[] written() {
    GrowingBytes out = new GrowingBytes(USUAL_BYTES).add(type.name()).add(place).add(shape.size());
    shape.forEach(out::add);
    return out.toArray();
  }

  static InputForm read(byte[] written) {
    ByteBuffer in = ByteBuffer.wrap(written);
    TensorType type = TensorType.valueOf(ExampleHead.text(in));
    String place = ExampleHead.text(in);
    int rank = in.getInt();
    List<Integer> shape = new ArrayList<>(rank);
    for (int i = 0; i < rank; i++) {
      shape.add(in.getInt());
    }
    return new InputForm(type, shape, place);
  }
}
