package io.github.steelyard.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.problem.DataException;
import org.junit.jupiter.api.Test;

class SparkFailuresTest {
  private static final DataException PROBLEM = new DataException("a.csv, row 3", "is odd");

  @Test
  void theSentenceIsFoundAmongTheCauses() {
    Throwable failure = new RuntimeException("Job aborted", new IllegalStateException(PROBLEM));
    assertThat(SparkFailures.badInput(failure)).contains(PROBLEM);
    assertThat(SparkFailures.badInput(PROBLEM)).contains(PROBLEM);
  }

  @Test
  void theSentenceIsFoundInTheTextWhereTheCauseDidNotComeAlong() {
    Throwable failure =
        new RuntimeException(
            "Job aborted due to stage failure: Lost task 0.3 in stage 1.0 (TID 7) (host executor 1):"
                + " "
                + PROBLEM
                + "\n\tat io.github.steelyard.Some.method(Some.java:3)\n");
    assertThat(SparkFailures.badInput(failure))
        .hasValueSatisfying(
            found -> assertThat(found).hasMessage("a.csv, row 3: is odd").hasCause(failure));
  }

  @Test
  void anyOtherFailureIsNone() {
    assertThat(SparkFailures.badInput(new RuntimeException("disk full"))).isEmpty();
    assertThat(SparkFailures.badInput(new RuntimeException())).isEmpty();
  }
}
