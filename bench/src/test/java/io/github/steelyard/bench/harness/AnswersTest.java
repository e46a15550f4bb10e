package io.github.steelyard.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Answers EXPECTED = answers(0.1f, 0.9f, 0.7f, 0.3f);

  @Test
  void answersThatDifferByRoundingAreTheSame() {
    assertThat(answers(0.10001f, 0.89999f, 0.7f, 0.3f).differenceFrom(EXPECTED)).isEmpty();
  }

  @Test
  void aFastWrongArmIsFoundOut() {
    assertThat(answers(0.1f, 0.9f, 0.6f, 0.4f).differenceFrom(EXPECTED))
        .contains("example 1, column 0: 0.6, expected 0.7");
    assertThat(answers(Float.NaN, 0.9f, 0.7f, 0.3f).differenceFrom(EXPECTED))
        .contains("example 0, column 0: NaN, expected 0.1");
    assertThat(answers(0.1f, 0.9f).differenceFrom(EXPECTED))
        .contains("2 answers in rows of 2, expected 4 in rows of 2");
  }

  @Test
  void theToleranceGoesByTheLargestNumberOfTheRow() {
    Answers small = answers(1e-6f, 2e-6f);
    assertThat(answers(1e-6f, 2.1e-6f).differenceFrom(small)).isPresent();
    assertThat(answers(1.0001e-6f, 2e-6f).differenceFrom(small)).isEmpty();
  }

  @Test
  void anArmThatDoesOnlyAPartOfTheWorkIsNotCompared() {
    assertThat(Answers.NONE.differenceFrom(EXPECTED)).isEmpty();
    assertThat(EXPECTED.differenceFrom(Answers.NONE)).isEmpty();
  }

  private static Answers answers(float... values) {
    return new Answers(values, 2);
  }
}
