package io.github.steelyard.reports.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.RunSamples;
import io.github.steelyard.reports.run.unit.InputNumbers;
import io.github.steelyard.reports.run.unit.SeenInputs;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  @Nested
  class InputScaleTest extends AlarmContract {
    @Override
    Alarm alarm() {
      return new InputScale();
    }

    private java.util.Optional<String> raised(
        String preprocessing,
        InputNumbers decoded,
        InputNumbers given,
        @Nullable InputNumbers trained) {
      Evidence sound =
          EvidenceSamples.of(PETS, new long[][] {{9, 1, 0}, {0, 10, 0}, {0, 0, 10}})
              .preprocessing(preprocessing)
              .evidence();
      return alarm()
          .raised(
              new Evidence(
                  sound.unit(),
                  sound.model(),
                  sound.dataset(),
                  sound.metrics(),
                  sound.confusion(),
                  new SeenInputs(decoded, given),
                  trained));
    }

    private static final String PLAIN = "scale 1, mean 0, std 1, layout FLAT";
    private static final String STANDARD = "scale 1, mean 0.1307, std 0.3081, layout FLAT";

    @Test
    void whatIsNoPixelMadeSmallerAsIfItWereIsSaid() {
      InputNumbers unit = new InputNumbers(0, 1, 0.13);
      assertThat(raised(PLAIN, unit, new InputNumbers(0, 1 / 255.0, 0.0005), null))
          .contains(
              "Inputs from 0.000 to 1.000 become numbers from 0.000 to 0.003922: its preprocessing"
                  + " is for larger ones, such as pixels from 0 to 255");
      assertThat(raised(PLAIN, unit, unit, null)).isEmpty();
      assertThat(raised(PLAIN, new InputNumbers(0, 255, 33), new InputNumbers(0, 1, 0.13), null))
          .isEmpty();
      assertThat(raised(PLAIN, new InputNumbers(0, 0, 0), new InputNumbers(0, 0, 0), null))
          .as("all inputs are 0")
          .isEmpty();
    }

    @Test
    void standardizedNumbersThatAreFarFromZeroAreSaid() {
      InputNumbers pixels = new InputNumbers(0, 255, 33);
      assertThat(raised(STANDARD, pixels, new InputNumbers(-0.4242, 827.2, 108.2), null))
          .contains(
              "Its inputs are on average 108.2 away from 0 after 'mean' and 'std', expected about"
                  + " 1: those are of numbers on another scale");
      assertThat(raised(STANDARD, pixels, new InputNumbers(-0.4242, 2.821, 0.7), null)).isEmpty();
      assertThat(raised(PLAIN, pixels, pixels, null))
          .as("many models take pixels as they are")
          .isEmpty();
    }

    @Test
    void numbersUnlikeThoseOfTheTrainingSplitAreSaid() {
      InputNumbers unit = new InputNumbers(0, 1, 0.13);
      InputNumbers pixels = new InputNumbers(0, 255, 33);
      assertThat(raised(PLAIN, pixels, pixels, unit))
          .contains(
              "It is given numbers up to 255.0 here and up to 1.000 of the split it was trained on:"
                  + " the two are on different scales");
      assertThat(raised(PLAIN, unit, unit, pixels))
          .contains(
              "It is given numbers up to 1.000 here and up to 255.0 of the split it was trained on:"
                  + " the two are on different scales");
      assertThat(raised(PLAIN, pixels, new InputNumbers(0, 255, 1), new InputNumbers(0, 9, 0.9)))
          .as("one number alone that is large")
          .isEmpty();
    }
  }
}
