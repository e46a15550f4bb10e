package io.github.steelyard.datasets.shift.image.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.shift.image.Picture;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters, bit for bit, against a sum for each value that asks the border for each neighbour. */
class FiltersTest {
  private record Offset(int down, int right, double weight) {}

  private static Picture picture(int height, int width, int channels) {
    SplittableRandom random = new SplittableRandom(7);
    float[] values = new float[height * width * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return new Picture(height, width, channels, values);
  }

  private static float[] plainSums(Picture picture, Border border, Offset... offsets) {
    float[] sums = new float[picture.values().length];
    int next = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        for (int channel = 0; channel < picture.channels(); channel++) {
          for (Offset offset : offsets) {
            int row = border.index(y + offset.down(), picture.height());
            int column = border.index(x + offset.right(), picture.width());
            sums[next] += (float) offset.weight() * picture.at(row, column, channel);
          }
          next++;
        }
      }
    }
    return sums;
  }

  @ParameterizedTest
  @CsvSource({"28, 28, 1", "31, 90, 3", "3, 2, 3", "1, 1, 1"})
  void aSparseFilterAddsItsTapsInTheirOrder(int height, int width, int channels) {
    Picture picture = picture(height, width, channels);
    Offset[] offsets = {
      new Offset(0, 0, .3), new Offset(-2, 5, .25), new Offset(4, -1, .2), new Offset(0, -7, .15)
    };
    for (Border border : Border.values()) {
      SparseFilter filter = new SparseFilter(border);
      for (Offset offset : offsets) {
        filter.add(offset.down(), offset.right(), offset.weight());
      }

      assertThat(filter.apply(picture).values())
          .as("%s", border)
          .containsExactly(plainSums(picture, border, offsets));
    }
  }

  @ParameterizedTest
  @CsvSource({"28, 28, 1", "31, 90, 3", "3, 2, 3", "1, 1, 1"})
  void aNormalBlurGoesAlongColumnsAndThenAlongLines(int height, int width, int channels) {
    Picture picture = picture(height, width, channels);
    float[] weights = GaussianFilter.weights(1.2, 4);
    Offset[] down = new Offset[weights.length];
    Offset[] right = new Offset[weights.length];
    for (int i = 0; i < weights.length; i++) {
      down[i] = new Offset(i - 4, 0, weights[i]);
      right[i] = new Offset(0, i - 4, weights[i]);
    }
    for (Border border : Border.values()) {
      Picture columns = picture.with(plainSums(picture, border, down));

      assertThat(GaussianFilter.ofRadius(1.2, 4, border).apply(picture).values())
          .as("%s", border)
          .containsExactly(plainSums(columns, border, right));
    }
  }
}
