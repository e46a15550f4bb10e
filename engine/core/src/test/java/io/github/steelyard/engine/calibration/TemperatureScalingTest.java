package io.github.steelyard.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskSettings;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

class TemperatureScalingTest {
  private static final TaskSettings SETTINGS =
      ClassificationRows.settings(2, OutputKind.PROBABILITIES);
  private final RowBlock examples = ClassificationRows.examples(new int[] {0, 1, 0});
  private final RowBlock outcomes =
      ClassificationRows.outcomes(
          examples, new float[][] {{0.8f, 0.2f}, {1, 0}, {Float.NaN, 0}}, SETTINGS);

  private RowBlock at(double temperature) {
    try (RootAllocator allocator = new RootAllocator()) {
      return new TemperatureScaling(SETTINGS, temperature, allocator).of(examples, outcomes);
    }
  }

  @Test
  void atTwoTheRootsOfTheProbabilitiesShareTheWhole() {
    // sqrt(0.8) / (sqrt(0.8) + sqrt(0.2)) = 2 / 3.
    RowBlock scaled = at(2);
    assertThat(scaled.doubles("confidence")[0]).isCloseTo(2 / 3.0, within(1e-6));
    assertThat(scaled.doubles("label_log_probability")[0])
        .isCloseTo(Math.log(2 / 3.0), within(1e-6));
    assertThat(scaled.doubles("sum_squares")[0]).isCloseTo(5 / 9.0, within(1e-6));
    assertThat(scaled.longs("ordinal")).isEqualTo(outcomes.longs("ordinal"));
  }

  @Test
  void atOneNothingChangesButTheLastDigit() {
    RowBlock scaled = at(1);
    assertThat(scaled.doubles("confidence")[0])
        .isCloseTo(outcomes.doubles("confidence")[0], within(1e-6));
    assertThat(scaled.ints("prediction")).isEqualTo(outcomes.ints("prediction"));
  }

  @Test
  void aProbabilityOfNoneBecomesALittleAtAHighTemperature() {
    // The smallest float32 is 2^-149; its eighth root is 2^-18.6.
    assertThat(at(8).doubles("label_log_probability")[1])
        .isCloseTo(-149 / 8.0 * Math.log(2), within(1e-4));
  }

  @Test
  void whatHadNoValueHasNone() {
    assertThat(at(3).nulls("confidence").get(2)).isTrue();
    assertThat(at(3).nulls("confidence").cardinality()).isEqualTo(1);
  }

  @Test
  void onlyTheRowsOfAPartKeepTheirOutcomes() {
    examples.ints("group")[0] = 70;
    examples.ints("group")[1] = 69;
    SplitPart.REPORT.keepOnly(examples, outcomes);
    assertThat(outcomes.nulls("confidence").get(0)).isFalse();
    assertThat(outcomes.nulls("confidence").get(1)).isTrue();
    assertThat(outcomes.nulls("prediction").get(1)).isTrue();
  }

  @Test
  void everyGroupIsInOnePart() {
    int[] groups = new int[SplitPart.values().length];
    for (int group = 0; group < 100; group++) {
      for (SplitPart part : SplitPart.values()) {
        groups[part.ordinal()] += part.holds(group) ? 1 : 0;
      }
    }
    assertThat(groups).containsExactly(40, 30, 30);
  }
}
