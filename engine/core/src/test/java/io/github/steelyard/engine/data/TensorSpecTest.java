package io.github.steelyard.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorSpecTest {
  @ParameterizedTest
  @EnumSource(TensorType.class)
  void whatItSaysIsReadBack(TensorType type) {
    for (Shape shape : new Shape[] {Shape.of(), Shape.of(784), Shape.of(3, Shape.ANY, 32)}) {
      for (String name : new String[] {"image", "an input [of two] 1", ""}) {
        TensorSpec spec = new TensorSpec(name, type, shape);
        assertThat(TensorSpec.parse(spec.toString())).isEqualTo(spec);
      }
    }
  }

  @Test
  void anotherTextIsRefused() {
    assertThatThrownBy(() -> TensorSpec.parse("image"))
        .hasMessage(
            "Cannot read 'image' as a tensor, expected one like: image FLOAT32 [28, 28, ?]");
  }
}
