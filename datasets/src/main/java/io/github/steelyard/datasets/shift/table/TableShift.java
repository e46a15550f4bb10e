package io.github.steelyard.datasets.shift.table;

import io.github.steelyard.datasets.shift.InputSpread;
import io.github.steelyard.datasets.shift.InputTransform;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftInputs;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.ShiftRandom;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** A shift of float32 inputs of one dimension, in terms of how their columns are spread. */
abstract class TableShift implements Shift {
  private final String name;
  private final String description;
  private final double[] strengths;

  /**
   * @param strengths what {@link #change} is given, by severity
   */
  TableShift(String name, String description, double... strengths) {
    this.name = name;
    this.description = description;
    this.strengths = strengths.clone();
  }

  /** A column's new value. */
  interface ColumnChange {
    /**
     * The value after the shift.
     *
     * @param value as it was
     * @param random the example's own numbers; as many are drawn from them for each column whatever
     *     the severity, so that severities differ by what they are and not by luck
     * @return a finite number
     */
    float shifted(float value, int column, ShiftRandom random);
  }

  /** What the shift is of at a severity, from 1 on. */
  final double strength(int severity) {
    return strengths[severity - 1];
  }

  /** The change at one strength; made once for each task. */
  abstract ColumnChange change(double strength, InputSpread spread);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final ShiftKind kind() {
    return ShiftKind.TABLE;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final boolean inImageNetC() {
    return false;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public final boolean needsSpread() {
    return true;
  }

  @Override
  public final Optional<String> refusal(TensorType type, Shape shape) {
    return type == TensorType.FLOAT32 && shape.rank() == 1
        ? Optional.empty()
        : Optional.of("expected float32 inputs [columns]. Found: " + type + " inputs of " + shape);
  }

  @Override
  public InputTransform at(int severity, ShiftInputs inputs) {
    check(severity, inputs);
    ColumnChange change = change(strength(severity), inputs.knownSpread());
    return (input, random) -> {
      ByteBuffer before = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
      ByteBuffer after = ByteBuffer.allocate(input.length).order(ByteOrder.LITTLE_ENDIAN);
      for (int column = 0; before.hasRemaining(); column++) {
        after.putFloat(change.shifted(before.getFloat(), column, random));
      }
      return after.array();
    };
  }
}
