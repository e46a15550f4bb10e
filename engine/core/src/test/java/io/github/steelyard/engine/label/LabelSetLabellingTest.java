package io.github.steelyard.engine.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import io.github.steelyard.engine.data.LabelMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelSetLabellingTest extends LabellingContract {
  private static final Column LABELS =
      Column.required(50, "labels", ColumnType.INT32_LIST, "", "The true labels.");

  LabelSetLabellingTest() {
    super(
        new LabelSetLabelling(LABELS, new LabelMap(List.of("red", "green", "blue"))),
        LABELS,
        List.of(
            List.of(),
            List.of("red"),
            List.of("green"),
            List.of("red", "green"),
            List.of("red", "green", "blue")));
  }

  @Test
  void theOrderInTheSourceDoesNotMatter() {
    assertThat(read("blue", "red")).isEqualTo(read("red", "blue"));
    assertThat(target(read("blue", "red"))).containsExactly(1, 0, 1);
    assertThat(target(read())).containsExactly(0, 0, 0);
  }

  @Test
  void anUnknownLabelAndOneThatStandsTwiceAreRefused() {
    refuses(List.of("red", "grün"), "label 'grün' is none of the 3 labels red, green, blue");
    refuses(List.of(""), "label '' is none of the 3 labels red, green, blue");
    refuses(List.of("red", "blue", "red"), "expected each label once. Found: red, blue, red");
  }
}
