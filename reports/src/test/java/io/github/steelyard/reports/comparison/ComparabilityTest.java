package io.github.steelyard.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.comparison.Verdict;
import io.github.steelyard.reports.run.unit.BinaryDecision;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparabilityTest {
  private static final LabelMap LABELS = new LabelMap(List.of("cat", "dog"));

  private static EvaluatedData data(String print, LabelMap labels, String shift, Long limit) {
    return new EvaluatedData(
        "pets",
        "test",
        print,
        labels,
        shift,
        "classification 1",
        limit == null ? 9 : limit,
        limit,
        null);
  }

  private static final EvaluatedData PETS = data("abc", LABELS, null, null);

  @Test
  void theSameQuestionsOfTheSameExamplesAreComparable() {
    assertThat(Comparability.obstacle(PETS, data("abc", LABELS, null, null))).isEmpty();
  }

  @Test
  void otherContentsUnderTheSameNameAreNot() {
    assertThat(Comparability.obstacle(PETS, data("abd", LABELS, null, null)))
        .contains(
            "evaluated on different data: the fingerprint of the contents is abc in the one, abd in"
                + " the other");
  }

  @Test
  void anotherPositiveClassOrThresholdIsAnotherQuestion() {
    BinaryDecision decision = new BinaryDecision("dog", 0.25, 2, 0.9, 0.8);
    EvaluatedData other =
        new EvaluatedData(
            "pets", "test", "abc", LABELS, null, "classification 1", 9, null, decision.text());
    assertThat(Comparability.obstacle(PETS, other))
        .contains(
            "evaluated on different data: the yes-or-no question is none in the one, positive class"
                + " dog, threshold 0.25, beta 2.0, at recall 0.9, at precision 0.8 in the other");
  }

  @Test
  void everythingThatDiffersIsTold() {
    EvaluatedData other = data("abd", new LabelMap(List.of("dog", "cat")), "fog 3, version 1", 5L);
    assertThat(Comparability.obstacle(PETS, other))
        .contains(
            "evaluated on different data: the shift is none in the one, fog 3, version 1 in the"
                + " other; the limit is none in the one, 5 in the other; the number of examples is"
                + " 9 in the one, 5 in the other; the label map is [cat, dog] in the one, [dog,"
                + " cat] in the other");
  }

  @Test
  void anotherTaskDataSetOrSplitIsToldByName() {
    EvaluatedData other =
        new EvaluatedData("cars", "val", "abc", LABELS, null, "classification 2", 9, null, null);
    assertThat(Comparability.obstacle(PETS, other))
        .contains(
            "evaluated on different data: the task is classification 1 in the one, classification"
                + " 2 in the other; the data set is pets in the one, cars in the other; the split"
                + " is test in the one, val in the other");
  }

  @Test
  void aGapSaysWhichWayItGoes() {
    Interval above = new Interval(0.01, 0.2, "mover", 0.95);
    assertThat(GapVerdict.of(Direction.HIGHER_IS_BETTER, above, null)).isEqualTo(Verdict.WORSE);
    assertThat(GapVerdict.of(Direction.LOWER_IS_BETTER, above, null)).isEqualTo(Verdict.BETTER);
    assertThat(GapVerdict.of(Direction.LOWER_IS_BETTER, new Interval(-1, 0, "mover", 0.95), null))
        .isEqualTo(Verdict.NOT_DISTINGUISHABLE);
    assertThat(GapVerdict.of(Direction.LOWER_IS_BETTER, new Interval(1, 1, "mover", 0.95), null))
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(GapVerdict.of(Direction.LOWER_IS_BETTER, null, "too few: 3 groups"))
        .isEqualTo(Verdict.TOO_FEW);
    assertThat(GapVerdict.of(Direction.LOWER_IS_BETTER, null, "biased")).isEqualTo(Verdict.UNKNOWN);
  }
}
