package io.github.steelyard.engine.inference.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NvidiaGpuTest {
  private static final String TWO =
      """
      GPU-aaaa-1, NVIDIA H200, 9.0, 143771 MiB
      GPU-bbbb-2, Tesla T4, 7.5, 15360 MiB
      """;

  private static final NvidiaGpu H200 =
      new NvidiaGpu("GPU-aaaa-1", "NVIDIA H200", "9.0", "143771 MiB");
  private static final NvidiaGpu T4 = new NvidiaGpu("GPU-bbbb-2", "Tesla T4", "7.5", "15360 MiB");

  @Test
  void allOfThemAreVisibleWhereNothingHidesThem() {
    assertThat(NvidiaGpu.parse(TWO, null)).isEqualTo(found(H200, T4));
    assertThat(H200.words()).isEqualTo("NVIDIA H200 (compute 9.0, 143771 MiB)");
  }

  @Test
  void theVariableChoosesAndOrdersThem() {
    assertThat(NvidiaGpu.parse(TWO, "1,0")).isEqualTo(found(T4, H200));
    assertThat(NvidiaGpu.parse(TWO, "GPU-bbbb")).isEqualTo(found(T4));
    assertThat(NvidiaGpu.parse(TWO, "0,7,1")).isEqualTo(found(H200));
  }

  @Test
  void whyThereIsNoneIsSaid() {
    assertThat(NvidiaGpu.parse(TWO, ""))
        .isEqualTo(new NvidiaGpu.Found(List.of(), "CUDA_VISIBLE_DEVICES is ''"));
    assertThat(NvidiaGpu.parse(TWO, "-1").lacking()).isEqualTo("CUDA_VISIBLE_DEVICES is '-1'");
    assertThat(NvidiaGpu.parse("No devices were found\n", null).lacking())
        .isEqualTo("nvidia-smi lists no GPU");
  }

  @Test
  void lookingOnThisMachineFindsSomeOrSaysWhyNot() {
    NvidiaGpu.Found found = NvidiaGpu.visible();
    assertThat(found.gpus().isEmpty()).isNotEqualTo(found.lacking().isEmpty());
  }

  private static NvidiaGpu.Found found(NvidiaGpu... gpus) {
    return new NvidiaGpu.Found(List.of(gpus), "");
  }
}
