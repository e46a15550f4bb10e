package io.github.steelyard.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BilinearTest {
  @Test
  void growingGivesWhatPyTorchGives() {
    // torch.nn.functional.interpolate(tensor([[[[1., 2.], [3., 4.]]]]), size=(4, 4),
    //     mode="bilinear", align_corners=False), as its documentation prints it.
    assertThat(Bilinear.resize(new double[] {1, 2, 3, 4}, 2, 2, 1, 4, 4))
        .containsExactly(
            new double[] {
              1, 1.25, 1.75, 2, 1.5, 1.75, 2.25, 2.5, 2.5, 2.75, 3.25, 3.5, 3, 3.25, 3.75, 4
            },
            within(1e-12));
  }

  @Test
  void shrinkingByTwoAveragesTheFourInTheMiddle() {
    double[] source = new double[16];
    for (int i = 0; i < 16; i++) {
      source[i] = i * i;
    }
    assertThat(Bilinear.resize(source, 4, 4, 1, 2, 2))
        .containsExactly(
            (0 + 1 + 16 + 25) / 4.0,
            (4 + 9 + 36 + 49) / 4.0,
            (64 + 81 + 144 + 169) / 4.0,
            (100 + 121 + 196 + 225) / 4.0);
  }

  @Test
  void channelsStayApart() {
    double[] resized = Bilinear.resize(new double[] {0, 100, 10, 200}, 1, 2, 2, 1, 4);
    assertThat(resized).containsExactly(0, 100, 2.5, 125, 7.5, 175, 10, 200);
  }

  @Test
  void theSameSizeIsTheSameImage() {
    double[] source = {1, 2, 3, 4, 5, 6};
    assertThat(Bilinear.resize(source, 2, 3, 1, 2, 3)).containsExactly(source);
  }
}
