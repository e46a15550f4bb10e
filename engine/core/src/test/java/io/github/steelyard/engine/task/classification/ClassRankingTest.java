package io.github.steelyard.engine.task.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassRankingTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 10, 16, 17, 100})
  void theOrderIsThatOfASortWhichKeepsEqualsInTheirOrder(int classes) {
    Random random = new Random(classes);
    float[] scores = new float[classes];
    int top = Math.min(5, classes);
    ClassRanking ranking = new ClassRanking(scores, top);
    for (int example = 0; example < 500; example++) {
      for (int index = 0; index < classes; index++) {
        // Of few different values many are equal, 0 and -0 among them.
        scores[index] =
            example % 2 == 0 ? random.nextInt(-3, 4) / 2 * -0.5f : (float) random.nextGaussian();
      }
      ranking.rank();

      int[] sorted = sorted(scores);
      assertThat(ranking.topClasses()).containsExactly(Arrays.copyOf(sorted, top));
      assertThat(IntStream.range(0, top).map(ranking::at).toArray())
          .containsExactly(Arrays.copyOf(sorted, top));
      for (int rank = 0; rank < classes; rank++) {
        assertThat(ranking.rankOf(sorted[rank])).isEqualTo(rank);
      }
    }
  }

  private static int[] sorted(float[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer index) -> -(scores[index] + 0.0)))
        .mapToInt(index -> index)
        .toArray();
  }

  @Test
  void theLargestFloatsAreComparedAsTheyAre() {
    float[] scores = {-Float.MAX_VALUE, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MIN_VALUE, -0f, 0};
    ClassRanking ranking = new ClassRanking(scores, 6);
    ranking.rank();
    assertThat(ranking.topClasses()).containsExactly(2, 1, 4, 5, 3, 0);
  }
}
