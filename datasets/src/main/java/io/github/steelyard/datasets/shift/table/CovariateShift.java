package io.github.steelyard.datasets.shift.table;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.InputSpread;
import io.github.steelyard.datasets.shift.InputTransform;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftInputs;
import io.github.steelyard.datasets.shift.ShiftRandom;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Other examples than there were, none of them changed: an example is drawn with the probability
 * {@code 1 / (1 + exp(-t u))}, where u is the sum of its standardized columns, each with a sign by
 * lot that is the same for all examples, over the root of their number, and t is .5, 1, 2, 4 and 8.
 * So the split moves towards one side of its columns, up to its upper half, while what a label has
 * to do with its input stays as it is. About half of the examples are left: the others count as not
 * scored. Biased selection as J. Huang and others have it, "Correcting sample selection bias by
 * unlabeled data" (2006).
 */
@AutoService(Shift.class)
public final class CovariateShift extends TableShift {
  public CovariateShift() {
    super(
        "covariate-shift",
        "About half of the examples are drawn, the more likely the further to one side of their"
            + " columns; none is changed.",
        .5,
        1,
        2,
        4,
        8);
  }

  @Override
  ColumnChange change(double strength, InputSpread spread) {
    return (value, column, random) -> value;
  }

  @Override
  public InputTransform at(int severity, ShiftInputs inputs) {
    InputTransform unchanged = super.at(severity, inputs);
    double strength = strength(severity);
    double[] directions = directions(inputs.knownSpread());
    InputSpread spread = inputs.knownSpread();
    return new InputTransform() {
      @Override
      public byte[] apply(byte[] input, ShiftRandom random) {
        return unchanged.apply(input, random);
      }

      @Override
      public boolean keeps(byte[] input, ShiftRandom random) {
        ByteBuffer values = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
        double side = 0;
        for (int column = 0; column < directions.length; column++) {
          side += directions[column] * (values.getFloat() - spread.mean(column));
        }
        return random.uniform() < 1 / (1 + StrictMath.exp(-strength * side));
      }
    };
  }

  /** What a column's distance from its mean counts; nothing where all its values are equal. */
  private double[] directions(InputSpread spread) {
    double[] directions = new double[spread.columns()];
    int differing = 0;
    for (int column = 0; column < directions.length; column++) {
      double sign = ShiftRandom.of(name(), "column " + column).uniform() < 0.5 ? -1 : 1;
      double deviation = spread.deviation(column);
      directions[column] = deviation > 0 ? sign / deviation : 0;
      differing += deviation > 0 ? 1 : 0;
    }
    for (int column = 0; column < directions.length; column++) {
      directions[column] /= Math.sqrt(Math.max(1, differing));
    }
    return directions;
  }
}
