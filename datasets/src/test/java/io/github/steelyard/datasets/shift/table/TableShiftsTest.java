package io.github.steelyard.datasets.shift.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.datasets.shift.InputSpread;
import io.github.steelyard.datasets.shift.InputSpreads;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftContract;
import io.github.steelyard.datasets.shift.ShiftInputs;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.Shifts;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each shift of tables under the contract, with what can be said of it by hand. */
class TableShiftsTest {
  private static final int COLUMNS = 10;

  @Test
  void everyShiftIsTestedHere() {
    assertThat(
            Shifts.all().stream()
                .filter(shift -> shift.kind() == ShiftKind.TABLE)
                .map(shift -> shift.getClass().getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TableShiftsTest.class.getDeclaredClasses())
                .map(Class::getSimpleName)
                .filter(name -> name.startsWith("Of"))
                .map(name -> name.substring(2))
                .toList());
  }

  /** Of column c the values are around 10 c, with a deviation of c + 1. */
  private static float[] row(int columns, long seed) {
    Random random = new Random(seed);
    float[] row = new float[columns];
    for (int column = 0; column < columns; column++) {
      row[column] = (float) (10 * column + (column + 1) * random.nextGaussian());
    }
    return row;
  }

  private static byte[] bytes(float[] row) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * row.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : row) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  private static ShiftInputs table(int columns) {
    float[][] rows =
        IntStream.range(0, 200).mapToObj(i -> row(columns, 1_000 + i)).toArray(float[][]::new);
    return new ShiftInputs(TensorType.FLOAT32, Shape.of(columns), InputSpreads.of(rows));
  }

  abstract static class TableShiftContract extends ShiftContract {
    @Override
    protected List<ShiftInputs> inputs() {
      return List.of(table(COLUMNS), table(30), table(1));
    }

    /** Of a single column there is no part. */
    @Override
    protected int usualInputs() {
      return 2;
    }

    @Override
    protected Map.Entry<ShiftInputs, String> refused() {
      return Map.entry(ShiftInputs.of(TensorType.UINT8, Shape.of(28, 28, 1)), "float32 inputs");
    }

    @Override
    protected byte[] example(ShiftInputs inputs, long seed) {
      return bytes(row((int) inputs.shape().elements(), seed));
    }

    @Override
    protected double[] values(byte[] input) {
      ByteBuffer bytes = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
      return IntStream.range(0, input.length / 4).mapToDouble(i -> bytes.getFloat(4 * i)).toArray();
    }

    final double[] shifted(int severity, ShiftInputs inputs, int seed) {
      return values(shift().at(severity, inputs).apply(example(inputs, seed), random("id" + seed)));
    }

    @Test
    void numbersStayFinite() {
      float[] extreme = new float[COLUMNS];
      Arrays.fill(extreme, Float.MAX_VALUE);
      float[][] rows = {extreme, new float[COLUMNS], extreme.clone()};
      ShiftInputs inputs =
          new ShiftInputs(TensorType.FLOAT32, Shape.of(COLUMNS), InputSpreads.of(rows));
      for (int i = 0; i < 50; i++) {
        double[] after = values(shift().at(5, inputs).apply(bytes(extreme), random("id" + i)));
        assertThat(Arrays.stream(after).boxed()).allMatch(Double::isFinite);
      }
    }
  }

  @Nested
  class OfColumnNoise extends TableShiftContract {
    @Override
    protected Shift shift() {
      return new ColumnNoise();
    }

    @Test
    void itsDeviationIsTheColumnsTimesTheStrength() {
      ShiftInputs inputs = table(COLUMNS);
      InputSpread spread = inputs.knownSpread();
      double[] squares = new double[COLUMNS];
      for (int i = 0; i < 4_000; i++) {
        double[] before = values(example(inputs, i));
        double[] after = shifted(3, inputs, i);
        for (int column = 0; column < COLUMNS; column++) {
          squares[column] += Math.pow(after[column] - before[column], 2) / 4_000;
        }
      }
      for (int column = 0; column < COLUMNS; column++) {
        double expected = 0.4 * spread.deviation(column);
        assertThat(Math.sqrt(squares[column])).isCloseTo(expected, within(0.05 * expected));
      }
    }
  }

  @Nested
  class OfMissingValues extends TableShiftContract {
    @Override
    protected Shift shift() {
      return new MissingValues();
    }

    @Test
    void theMeanStandsInForAsManyAsItSaysAndAStrongerOneKeepsTheMildersGaps() {
      ShiftInputs inputs = table(COLUMNS);
      int mild = 0;
      int strong = 0;
      for (int i = 0; i < 2_000; i++) {
        double[] before = values(example(inputs, i));
        double[] second = shifted(2, inputs, i);
        double[] fifth = shifted(5, inputs, i);
        for (int column = 0; column < COLUMNS; column++) {
          double mean = (float) inputs.knownSpread().mean(column);
          if (second[column] != before[column]) {
            mild++;
            assertThat(second[column]).isEqualTo(mean);
            assertThat(fifth[column]).isEqualTo(mean);
          }
          strong += fifth[column] == mean ? 1 : 0;
        }
      }
      assertThat(mild / 20_000.0).isCloseTo(0.1, within(0.01));
      assertThat(strong / 20_000.0).isCloseTo(0.5, within(0.01));
    }
  }

  @Nested
  class OfColumnPermutation extends TableShiftContract {
    @Override
    protected Shift shift() {
      return new ColumnPermutation();
    }

    @Test
    void theSameColumnsOfAllExamplesHaveValuesThatOthersHave() {
      ShiftInputs inputs = table(COLUMNS);
      InputSpread spread = inputs.knownSpread();
      boolean[] before = new boolean[COLUMNS];
      for (int severity = 1; severity <= 5; severity++) {
        boolean[] torn = new boolean[COLUMNS];
        for (int i = 0; i < 50; i++) {
          double[] original = values(example(inputs, i));
          double[] shifted = shifted(severity, inputs, i);
          for (int column = 0; column < COLUMNS; column++) {
            int at = column;
            if (shifted[column] != original[column]) {
              torn[column] = true;
              assertThat(IntStream.range(0, spread.samples()))
                  .anyMatch(sample -> spread.sample(sample, at) == shifted[at]);
            }
          }
        }
        int count = 0;
        for (int column = 0; column < COLUMNS; column++) {
          count += torn[column] ? 1 : 0;
          assertThat(torn[column] || !before[column]).isTrue();
        }
        assertThat(count).isEqualTo(2 * severity);
        before = torn;
      }
    }
  }

  @Nested
  class OfCovariateShift extends TableShiftContract {
    @Override
    protected Shift shift() {
      return new CovariateShift();
    }

    /** About half are left out at any severity. */
    @Override
    protected boolean risesByDistance() {
      return false;
    }

    private boolean kept(int severity, ShiftInputs inputs, long seed) {
      return shift().at(severity, inputs).keeps(example(inputs, seed), random("id" + seed));
    }

    /** No value changes: the share of examples that are left out. */
    @Override
    protected double meanChange(int severity, ShiftInputs inputs) {
      return IntStream.range(0, 200).filter(i -> !kept(severity, inputs, i)).count() / 200.0;
    }

    @Test
    void noInputChangesAndAboutHalfOfThemAreLeft() {
      ShiftInputs inputs = table(COLUMNS);
      for (int severity = 1; severity <= 5; severity++) {
        assertThat(shifted(severity, inputs, 3)).isEqualTo(values(example(inputs, 3)));
        assertThat(meanChange(severity, inputs)).isBetween(0.35, 0.65);
      }
    }

    @Test
    void whatIsDrawnMovesToOneSideTheMoreTheHigherTheSeverity() {
      // Of one column u is its standardized value, or the negative.
      // Of seeds that follow one another the first numbers are alike.
      long[] seeds = IntStream.range(0, 4_000).mapToLong(i -> i * 7_919_000_003L).toArray();
      float[][] rows = Arrays.stream(seeds).mapToObj(seed -> row(1, seed)).toArray(float[][]::new);
      ShiftInputs inputs = new ShiftInputs(TensorType.FLOAT32, Shape.of(1), InputSpreads.of(rows));
      double before = 0;
      for (int severity = 1; severity <= 5; severity++) {
        double sum = 0;
        int drawn = 0;
        for (long seed : seeds) {
          if (kept(severity, inputs, seed)) {
            double value = values(example(inputs, seed))[0];
            sum += (value - inputs.knownSpread().mean(0)) / inputs.knownSpread().deviation(0);
            drawn++;
          }
        }
        double mean = Math.abs(sum / drawn);
        assertThat(mean).as("severity %d", severity).isGreaterThan(before + 0.03);
        before = mean;
      }
      // The upper half of a normal distribution has the mean sqrt(2 / pi).
      assertThat(before).isCloseTo(0.8, within(0.1));
    }

    @Test
    void aColumnWithoutSpreadHasNoPart() {
      float[][] rows = {{1, 5}, {1, 7}, {1, 9}};
      ShiftInputs inputs = new ShiftInputs(TensorType.FLOAT32, Shape.of(2), InputSpreads.of(rows));
      long drawn =
          IntStream.range(0, 1_000)
              .filter(i -> shift().at(5, inputs).keeps(bytes(new float[] {1, 7}), random("id" + i)))
              .count();
      assertThat(drawn).as("of those in the middle").isBetween(440L, 560L);
    }
  }
}
