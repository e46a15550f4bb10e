package io.github.steelyard.engine.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberLabellingTest extends LabellingContract {
  private static final Column TARGET =
      Column.required(50, "target", ColumnType.FLOAT64, "", "The true number.");

  NumberLabellingTest() {
    super(
        new NumberLabelling(TARGET),
        TARGET,
        List.of(
            List.of("0"),
            List.of("-0.0"),
            List.of("0.1"),
            List.of("-3e5"),
            List.of("151.0000000000001")));
  }

  @Test
  void aTrainingAimsAtTheNumberItself() {
    assertThat(target(read("-1.25"))).containsExactly(-1.25f);
  }

  @Test
  void whatIsNoFiniteNumberIsRefused() {
    refuses(List.of(), "expected one number as the label. Found: none");
    refuses(List.of("1", "2"), "expected one number as the label. Found: 1, 2");
    for (String text : List.of("", "seven", "NaN", "Infinity", "1e39", "-1e400")) {
      refuses(List.of(text), "expected a finite number as the label. Found: '" + text + "'");
    }
  }
}
