package io.github.steelyard.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
  @Test
  void itsCanonicalTextSaysAllOfIt() {
    assertThat(Preprocessing.none().canonicalText())
        .isEqualTo("scale 1, mean 0, std 1, layout FLAT");
    assertThat(
            new Preprocessing(
                    1 / 255.0,
                    List.of(0.485, 0.456, -1e-7),
                    List.of(2.0e10),
                    Layout.NCHW,
                    new Preprocessing.Size(224, 200),
                    "pixels")
                .canonicalText())
        .isEqualTo(
            "resize 224x200 bilinear, scale 0.00392156862745098, mean 0.485 0.456 -1E-7,"
                + " std 20000000000, layout NCHW, input pixels");
  }

  @Test
  void itsNumbersAreTheShortestThatReadBack() {
    // Before JDK 19, Double.toString gave 2.0E-3 and 2.2E-322 more digits than they need.
    for (double value : new double[] {2e-3, 1.0 / 3, Math.PI, 2.2250738585072014e-308, 1e22}) {
      String text =
          new Preprocessing(value, List.of(), List.of(), Layout.FLAT, null, null).canonicalText();
      String number = text.substring("scale ".length(), text.indexOf(','));
      assertThat(Double.parseDouble(number)).isEqualTo(value);
    }
  }
}
