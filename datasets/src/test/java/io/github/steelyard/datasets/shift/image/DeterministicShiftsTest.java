package io.github.steelyard.datasets.shift.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.steelyard.datasets.shift.ShiftInputs;
import io.github.steelyard.datasets.shift.ShiftRandom;
import io.github.steelyard.datasets.shift.Shifts;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corruptions without chance in them against NumPy, SciPy and Pillow ({@code
 * scripts/oracles/image_shifts.py}).
 */
class DeterministicShiftsTest {
  record Case(String shift, int severity, Shape shape, byte[] input, byte[] expected) {
    @Override
    public String toString() {
      return shift + " " + severity + " of " + shape;
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            DeterministicShiftsTest.class.getResourceAsStream("deterministic-shifts.json"))) {
      for (JsonNode image : new ObjectMapper().readTree(in)) {
        Shape shape =
            Shape.of(
                image.get("height").asInt(),
                image.get("width").asInt(),
                image.get("channels").asInt());
        for (JsonNode result : image.get("results")) {
          cases.add(
              new Case(
                  result.get("shift").asText(),
                  result.get("severity").asInt(),
                  shape,
                  image.get("pixels").binaryValue(),
                  result.get("pixels").binaryValue()));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pixelsAreTheOracles(Case given) {
    byte[] actual =
        Shifts.named(given.shift())
            .at(given.severity(), ShiftInputs.of(TensorType.UINT8, given.shape()))
            .apply(given.input(), ShiftRandom.of(given.shift(), "any"));
    int largest = 0;
    long sum = 0;
    for (int i = 0; i < actual.length; i++) {
      int difference = Math.abs((actual[i] & 0xff) - (given.expected()[i] & 0xff));
      largest = Math.max(largest, difference);
      sum += difference;
    }
    // Half a level between float and double, or where Pillow rounds between its two passes.
    // libjpeg works in whole numbers: a coefficient on the edge may fall to the other side, and
    // takes a block with it.
    boolean stored = given.shift().equals("jpeg-compression");
    assertThat(largest).as("largest difference").isLessThanOrEqualTo(stored ? 30 : 1);
    assertThat((double) sum / actual.length).as("mean difference").isLessThan(stored ? 2 : .5);
  }
}
