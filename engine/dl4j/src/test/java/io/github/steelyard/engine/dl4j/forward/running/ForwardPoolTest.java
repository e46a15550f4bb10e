package io.github.steelyard.engine.dl4j.forward.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

class ForwardPoolTest {
  private final List<Numbered> made = new ArrayList<>();
  private final ForwardPool pool = new ForwardPool(this::make);

  private Forward make() {
    Numbered pass = new Numbered(made.size());
    made.add(pass);
    return pass;
  }

  /** Answers with its number; of no inputs it knows nothing to say. */
  private static final class Numbered implements Forward {
    private final int number;
    private boolean closed;

    Numbered(int number) {
      this.number = number;
    }

    @Override
    public List<Tensor> run(List<Tensor> inputs, BufferAllocator allocator) {
      if (inputs.isEmpty()) {
        throw new IllegalStateException("no inputs");
      }
      Tensor answer = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(1));
      answer.memory().setFloat(0, number);
      return List.of(answer);
    }

    @Override
    public void close() {
      assertThat(closed).isFalse();
      closed = true;
    }
  }

  private static int number(Forward pass) {
    try (BufferAllocator allocator = new RootAllocator();
        Tensor input = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(1));
        Tensor answer = pass.run(List.of(input), allocator).get(0)) {
      return Math.round(answer.memory().getFloat(0));
    }
  }

  private List<Boolean> closed() {
    return made.stream().map(pass -> pass.closed).toList();
  }

  @Test
  void whileOneIsInUseAnotherWaitsForItsNextUse() {
    Forward first = pool.pass();
    Forward second = pool.pass();
    assertThat(List.of(number(first), number(second))).containsExactly(0, 1);
    second.close();
    assertThat(closed()).containsExactly(false, false);
    try (Forward again = pool.pass()) {
      assertThat(number(again)).isEqualTo(1);
    }
    first.close();
    assertThat(closed()).containsExactly(true, true);
  }

  @Test
  void noneIsLeftOnceNobodyUsesOne() {
    pool.pass().close();
    assertThat(closed()).containsExactly(true);
    try (Forward next = pool.pass()) {
      assertThat(number(next)).isEqualTo(1);
    }
    assertThat(closed()).containsExactly(true, true);
  }

  @Test
  void onePassIsGivenBackOnce() {
    Forward first = pool.pass();
    Forward second = pool.pass();
    second.close();
    second.close();
    assertThat(closed()).containsExactly(false, false);
    first.close();
    assertThat(closed()).containsExactly(true, true);
  }

  @Test
  void whatBrokeOffIsNotUsedAgain() {
    try (Forward other = pool.pass()) {
      Forward broken = pool.pass();
      assertThatThrownBy(() -> broken.run(List.of(), new RootAllocator()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no inputs");
      broken.close();
      assertThat(closed()).containsExactly(false, true);
      try (Forward next = pool.pass()) {
        assertThat(number(next)).isEqualTo(2);
      }
      assertThat(number(other)).isZero();
    }
  }
}
