package io.github.steelyard.jobs.contamination;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.duplicate.DuplicateMethod;
import io.github.steelyard.datasets.duplicate.DuplicateMethods;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketTest {
  /** Of ten numbers from 0 to 255, nine of which make a likeness. */
  private static final DuplicateMethod METHOD =
      DuplicateMethods.near(TensorType.UINT8, Shape.of(10));

  private static byte[] example(boolean train, long ordinal, int last) {
    byte[] input = {1, 2, 3, 4, 5, 6, 7, 8, (byte) (last >> 8), (byte) last};
    return new SignedExample(train, ordinal, METHOD.signature(input)).bytes();
  }

  private static Bucket bucket(List<byte[]> examples) {
    Bucket bucket = Bucket.of(examples.get(0));
    examples.subList(1, examples.size()).forEach(bucket::add);
    return bucket;
  }

  private static Matches matches(Bucket bucket) {
    Matches matches = new Matches();
    bucket.match(METHOD, matches);
    return matches;
  }

  private static List<byte[]> distinct(boolean train, int count) {
    List<byte[]> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(example(train, i, 257 * 8 + i));
    }
    return examples;
  }

  @Test
  void theFirstTrainingExampleThatIsAlikeIsTold() {
    List<byte[]> examples =
        List.of(
            example(true, 9, 700),
            example(true, 4, 700),
            example(true, 7, 701),
            example(false, 1, 700),
            example(false, 2, 700),
            example(false, 3, 702),
            example(false, 5, 9_999));

    // 700 to 702 share nine of ten columns; 9,999 shares eight with each of them.
    assertThat(matches(bucket(examples)).firstTrain()).isEqualTo(Map.of(1L, 4L, 2L, 4L, 3L, 4L));
  }

  @Test
  void theOrderAndTheWayOfPuttingTogetherDoNotMatter() {
    List<byte[]> examples = new ArrayList<>();
    Random random = new Random(31);
    for (int i = 0; i < 300; i++) {
      examples.add(example(random.nextBoolean(), i, random.nextInt(65_536)));
    }
    Matches expected = matches(bucket(examples));
    assertThat(expected.firstTrain()).hasSizeGreaterThan(50);

    Collections.shuffle(examples, random);
    Bucket halves = bucket(examples.subList(0, 120)).merge(bucket(examples.subList(120, 300)));

    assertThat(matches(halves).firstTrain()).isEqualTo(expected.firstTrain());
  }

  @Test
  void aCrowdedBucketIsCountedWhateverItsOrderAndOnlyWhereBothSplitsAreInIt() {
    List<byte[]> train = distinct(true, Bucket.MOST_SIGNATURES);
    byte[] other = example(false, 0, 1);

    List<byte[]> last = new ArrayList<>(train);
    last.add(other);
    List<byte[]> first = new ArrayList<>(List.of(other));
    first.addAll(train);
    assertThat(matches(bucket(last)).skipped()).isEqualTo(1);
    assertThat(matches(bucket(first)).skipped()).isEqualTo(1);
    assertThat(matches(bucket(train).merge(bucket(List.of(other)))).skipped()).isEqualTo(1);
    assertThat(matches(bucket(first)).firstTrain()).isEmpty();

    List<byte[]> trainAlone = distinct(true, Bucket.MOST_SIGNATURES + 1);
    assertThat(matches(bucket(trainAlone)).skipped()).isZero();
  }

  @Test
  void manyExamplesOfOneSignatureAreNoCrowd() {
    List<byte[]> examples = new ArrayList<>();
    for (int i = 0; i < 2 * Bucket.MOST_SIGNATURES; i++) {
      examples.add(example(i % 2 == 0, i, 5));
    }

    Matches matches = matches(bucket(examples));

    assertThat(matches.skipped()).isZero();
    assertThat(matches.firstTrain()).hasSize(Bucket.MOST_SIGNATURES).containsEntry(8_191L, 0L);
  }
}
