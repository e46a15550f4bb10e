package io.github.steelyard.bench.engine.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.steelyard.bench.engine.Networks;
import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.NotRunException;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineArmTest {
  @TempDir private static Path folder;

  static Stream<Work> works() {
    return Stream.of(
        Networks.mlp(64, 1, 3, 2, 2),
        Networks.lenet(3, 2, 1),
        Networks.published("lenet-5", 3, 2, 1));
  }

  @ParameterizedTest
  @MethodSource("works")
  void allArmsOfOneProcessDoTheSameWork(Work work) throws IOException {
    Answers expected = answers(EngineArm.STEELYARD, work);
    assertThat(expected.none()).isFalse();
    assertThat(answers(EngineArm.ONNX_RUNTIME, work).differenceFrom(expected)).isEmpty();
    assertThat(answers(EngineArm.STEELYARD_ONNX_RUNTIME, work).differenceFrom(expected)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("works")
  void stockDeeplearning4jDoesTheSameWork(Work work) throws IOException {
    assertThat(answers(EngineArm.STOCK, work).differenceFrom(answers(EngineArm.STEELYARD, work)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("works")
  void pyTorchDoesTheSameWork(Work work) throws IOException {
    Answers answers = null;
    try {
      answers = answers(EngineArm.PYTORCH, work);
    } catch (NotRunException e) {
      abort(e.getMessage());
    }
    assertThat(answers.differenceFrom(answers(EngineArm.STEELYARD, work))).isEmpty();
  }

  @Test
  void bareProductsCountTheirExamplesAndHaveNoAnswers() throws IOException {
    Work work = Networks.mlp(64, 1, 3, 2, 2);
    try (Arm arm = EngineArm.gemm(64, 10).opener().open(work, workplace())) {
      Measurement round = arm.round();
      assertThat(round.examples()).isEqualTo(12);
      assertThat(round.wallNanos()).isPositive();
      assertThat(arm.answers().none()).isTrue();
    }
  }

  private static Answers answers(EngineArm engine, Work work) throws IOException {
    try (Arm arm = engine.opener().open(work, workplace())) {
      assertThat(arm.round().examples()).isEqualTo(work.examplesPerRound());
      return arm.answers();
    }
  }

  private static Workplace workplace() {
    // Tests run in the module's folder.
    return new Workplace(Path.of("..").toAbsolutePath().normalize(), folder, true, false);
  }
}
