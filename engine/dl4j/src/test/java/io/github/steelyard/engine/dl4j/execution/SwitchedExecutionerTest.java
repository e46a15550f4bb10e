package io.github.steelyard.engine.dl4j.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** oneDNN refuses dilated convolutions, so that it shows who runs one. */
class SwitchedExecutionerTest {
  @BeforeAll
  static void start() {
    assumeTrue(Dl4jBackend.start().oneDnn(), "this CPU has no build with oneDNN");
  }

  /** Weights are [out, in, height, width], images channels first; dilated by 2 both ways. */
  private static float[] dilated() {
    float[] pixels = new float[25];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i + 1;
    }
    INDArray image = Nd4j.create(pixels, new long[] {1, 1, 5, 5}, 'c');
    INDArray weights = Nd4j.ones(DataType.FLOAT, 1, 1, 3, 3);
    INDArray result = Nd4j.createUninitialized(DataType.FLOAT, 1, 1, 1, 1);
    Nd4j.exec(
        DynamicCustomOp.builder("conv2d")
            .addInputs(image, weights)
            .addOutputs(result)
            .addIntegerArguments(3, 3, 1, 1, 0, 0, 2, 2, 0, 0, 1)
            .build());
    return result.data().asFloat();
  }

  @Test
  void operationsRunBuiltInWhileTheSwitchIsOff() {
    assertThat(Nd4j.getExecutioner()).isInstanceOf(SwitchedExecutioner.class);
    // 1 + 3 + 5 + 11 + 13 + 15 + 21 + 23 + 25.
    assertThat(SwitchedExecutioner.withoutOneDnn(SwitchedExecutionerTest::dilated))
        .containsExactly(117);
    assertThatThrownBy(SwitchedExecutionerTest::dilated).isInstanceOf(RuntimeException.class);
  }

  @Test
  void otherThreadsKeepOneDnn() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      SwitchedExecutioner.withoutOneDnn(
          () -> {
            Future<float[]> other = threads.submit(SwitchedExecutionerTest::dilated);
            assertThatThrownBy(other::get).hasCauseInstanceOf(RuntimeException.class);
            return other;
          });
    } finally {
      threads.shutdown();
    }
  }
}
