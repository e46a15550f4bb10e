package io.github.steelyard.datasets.shift.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GreyScaleTest {
  @Test
  void coloursBecomeTheirLuma() {
    byte[] redThenWhite = {(byte) 255, 0, 0, (byte) 255, (byte) 255, (byte) 255};

    float[] grey = GreyScale.of(redThenWhite, 1, 2, 3, 1, 2);

    assertThat(grey[0]).isCloseTo(0.299f * 255, within(1e-3f));
    assertThat(grey[1]).isCloseTo(255, within(1e-3f));
  }

  @Test
  void smallerImagesAreMeansOfWholePixels() {
    byte[] image = {0, 10, 20, 30, 40, 50, 60, 70};

    float[] grey = GreyScale.of(image, 2, 4, 1, 1, 2);

    assertThat(grey).hasSize(2);
    assertThat(grey[0]).isCloseTo((0 + 10 + 40 + 50) / 4f, within(1e-3f));
    assertThat(grey[1]).isCloseTo((20 + 30 + 60 + 70) / 4f, within(1e-3f));
  }
}
