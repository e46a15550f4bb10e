package io.github.steelyard.reports.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.RunSamples;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private static final List<String> PETS = List.of("cat", "dog", "hen");

  @Test
  void aRunWithoutSuchResultsHasNoRows() {
    assertThat(Alarms.of(RunSamples.complete())).isEmpty();
  }

  @Nested
  class ConstantPredictionTest extends AlarmContract {
    @Override
    Alarm alarm() {
      return new ConstantPrediction();
    }

    @Test
    void oneAnswerToExamplesOfSeveralClassesIsSaid() {
      assertThat(
              alarm()
                  .raised(
                      EvidenceSamples.of(PETS, new long[][] {{0, 9, 0}, {0, 8, 0}, {0, 3, 0}})
                          .evidence()))
          .contains(
              "Answers 'dog' to all 20 examples of 3 classes: look at its preprocessing and at its"
                  + " training");
    }

    @Test
    void oneClassAloneOrFewExamplesAreNoReason() {
      assertThat(
              alarm()
                  .raised(
                      EvidenceSamples.of(PETS, new long[][] {{90, 0, 0}, {0, 0, 0}, {0, 0, 0}})
                          .evidence()))
          .isEmpty();
      assertThat(
              alarm()
                  .raised(
                      EvidenceSamples.of(PETS, new long[][] {{0, 9, 0}, {0, 8, 0}, {0, 2, 0}})
                          .evidence()))
          .isEmpty();
    }
  }

  @Nested
  class ChanceLevelTest extends AlarmContract {
    @Override
    Alarm alarm() {
      return new ChanceLevel();
    }

    @Test
    void anAccuracyThatAConstantAnswerReachesIsSaidWithBoth() {
      // Wilson of 620 in 1,000 by hand: 0.5895 to 0.6496; 600 of 1,000 are dogs.
      assertThat(
              alarm()
                  .raised(
                      EvidenceSamples.of(
                              List.of("cat", "dog"), new long[][] {{100, 300}, {80, 520}})
                          .evidence()))
          .contains(
              "Accuracy 0.6200 [0.5895, 0.6496] is not above 0.6000, what the constant answer 'dog'"
                  + " scores");
    }

    @Test
    void aRegressionNoBetterThanTheMeanIsSaid() {
      Evidence classes =
          EvidenceSamples.of(PETS, new long[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})
              .with("r-squared", 0.01, new Interval(-0.02, 0.04, "jackknife", 0.95))
              .evidence();
      assertThat(
              alarm()
                  .raised(
                      new Evidence(
                          classes.unit(),
                          classes.model(),
                          classes.dataset(),
                          classes.metrics().subList(1, 2),
                          List.of())))
          .contains(
              "R2 0.0100 [-0.0200, 0.0400] is not above 0, what the mean of the targets scores");
    }
  }

  @Nested
  class PermutedLabelsTest extends AlarmContract {
    @Override
    Alarm alarm() {
      return new PermutedLabels();
    }

    @Test
    void classesThatChangedPlacesAreNamed() {
      assertThat(
              alarm()
                  .raised(
                      EvidenceSamples.of(
                              PETS, new long[][] {{190, 4, 6}, {5, 10, 185}, {7, 183, 10}})
                          .evidence()))
          .contains(
              "Accuracy 0.3500 would be 0.9300 with the answers 'dog' for 'hen', 'hen' for 'dog':"
                  + " look at the order of its classes ('output_classes') and at the label map");
    }

    @Test
    void aModelThatGuessesIsNotTakenForAPermutedOne() {
      assertThat(
              alarm()
                  .raised(
                      EvidenceSamples.of(List.of("cat", "dog"), new long[][] {{8, 12}, {12, 8}})
                          .evidence()))
          .isEmpty();
    }
  }

  @Nested
  class HardScoresTest extends AlarmContract {
    @Override
    Alarm alarm() {
      return new HardScores();
    }

    @Test
    void answersGivenAsScoresAreSaid() {
      long[][] counts = {{9, 1, 0}, {0, 10, 0}, {0, 0, 10}};
      assertThat(
              alarm()
                  .raised(
                      EvidenceSamples.of(PETS, counts).with("brier", 2 / 30.0, null).evidence()))
          .contains(
              "All scores are 0 or 1, expected probabilities: its log loss and its calibration say"
                  + " nothing");
      assertThat(
              alarm()
                  .raised(
                      EvidenceSamples.of(PETS, counts).with("brier", 1.9 / 30, null).evidence()))
          .isEmpty();
    }
  }

  @Nested
  class SoftmaxTwiceTest extends AlarmContract {
    @Override
    Alarm alarm() {
      return new SoftmaxTwice();
    }

    @Test
    void probabilitiesCalledLogitsAreSaid() {
      long[][] counts = {{9, 1, 0}, {0, 10, 0}, {0, 0, 10}};
      // ln(1 + 2 / e) = 0.5514, ln(3) = 1.0986.
      EvidenceSamples sample = EvidenceSamples.of(PETS, counts).with("log-loss", 0.6, null);
      assertThat(alarm().raised(sample.evidence())).isEmpty();
      assertThat(alarm().raised(sample.outputs("logits").evidence()))
          .contains(
              "Log loss 0.6000 at accuracy 0.9667 is what a softmax of probabilities gives (at least"
                  + " 0.5514 of 3 classes): if its outputs are probabilities, say 'outputs:"
                  + " probabilities'");
    }
  }

  @Nested
  class UndeclaredClassesTest extends AlarmContract {
    @Override
    Alarm alarm() {
      return new UndeclaredClasses();
    }

    @Test
    void anOrderThatNobodyDeclaredIsSaidWhereMostAnswersAreWrong() {
      long[][] counts = {{1, 9, 0}, {0, 1, 9}, {9, 0, 1}};
      assertThat(alarm().raised(EvidenceSamples.of(PETS, counts).evidence()))
          .contains(
              "Its outputs were taken in the order of the data's classes, which nobody declared:"
                  + " say it in 'output_classes'");
      assertThat(alarm().raised(EvidenceSamples.of(PETS, counts).declared(PETS).evidence()))
          .isEmpty();
      assertThat(alarm().raised(EvidenceSamples.of(List.of("0", "1", "2"), counts).evidence()))
          .isEmpty();
    }
  }
}
