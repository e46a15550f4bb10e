package io.github.steelyard.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.inference.device.Device;
import io.github.steelyard.engine.inference.device.NvidiaGpu;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.ModelException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineSupportTest {
  private static final EngineSupport CPU_ALONE =
      EngineSupport.withoutGpu(
          "e", Map.of(Device.CPU, Set.of(Precision.FLOAT32)), "it was built without");
  private static final EngineSupport BOTH =
      EngineSupport.with(
          "e",
          Map.of(
              Device.CPU, Set.of(Precision.FLOAT32),
              Device.GPU, Set.of(Precision.FLOAT16, Precision.FLOAT32)),
          List.of(new NvidiaGpu("GPU-1", "T4", "7.5", "15360 MiB")));

  @Test
  void whatItHasIsOffered() {
    assertThat(CPU_ALONE.offers(Placement.REFERENCE)).isTrue();
    assertThat(BOTH.offers(Placement.gpu(0, Precision.FLOAT16))).isTrue();
    assertThat(BOTH.gpus()).containsExactly("T4 (compute 7.5, 15360 MiB)");
    assertThatCode(() -> BOTH.require(Placement.REFERENCE)).doesNotThrowAnyException();
  }

  @Test
  void whatItDoesNotHaveIsRefusedWithWhatItHas() {
    assertThat(CPU_ALONE.refusal(Placement.cpu(Precision.FLOAT16)))
        .contains("engine e has float32 on cpu; float16 was asked for");
    assertThat(CPU_ALONE.refusal(Placement.gpu(0, Precision.FLOAT32)))
        .contains(
            "engine e has no gpu here (it was built without); float32 on gpu 0 was asked for");
    assertThat(BOTH.refusal(Placement.gpu(0, Precision.BFLOAT16)))
        .contains("engine e has float32, float16 on gpu; bfloat16 was asked for");
    assertThat(BOTH.refusal(Placement.gpu(1, Precision.FLOAT16)))
        .contains("engine e sees 1 GPU(s) here, numbered from 0; float16 on gpu 1 was asked for");
  }

  @Test
  void theModelIsNamedWhereThereIsOne() {
    Placement half = Placement.cpu(Precision.BFLOAT16);
    ModelRef model = new ModelRef("m", "m.zip", "00", 1, Map.of());
    assertThatThrownBy(() -> CPU_ALONE.require(model, half))
        .isInstanceOf(ModelException.class)
        .hasMessage("Model 'm': engine e has float32 on cpu; bfloat16 was asked for");
    assertThatThrownBy(() -> CPU_ALONE.require(half))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Cannot use an engine: engine e has float32 on cpu; bfloat16 was asked for");
  }

  @Test
  void aPrecisionTellsItsBytesAndItsRounding() {
    // Half the distance from 1 to the next number: IEEE 754-2019, table 3.5; bfloat16 has 7 + 1.
    assertThat(Precision.FLOAT32.unitRoundoff()).isEqualTo(Math.ulp(1f) / 2);
    assertThat(Precision.FLOAT16.unitRoundoff()).isEqualTo(0x1p-11);
    assertThat(Precision.BFLOAT16.unitRoundoff()).isEqualTo(0x1p-8);
    assertThat(Precision.values()).extracting(Precision::bytes).containsExactly(4, 2, 2);
  }

  @Test
  void onlyAGpuHasANumber() {
    assertThat(Placement.gpu(1, Precision.FLOAT16)).hasToString("float16 on gpu 1");
    assertThat(Placement.REFERENCE).hasToString("float32 on cpu");
    assertThatThrownBy(() -> new Placement(Device.CPU, 1, Precision.FLOAT32))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Placement.gpu(-1, Precision.FLOAT32))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
