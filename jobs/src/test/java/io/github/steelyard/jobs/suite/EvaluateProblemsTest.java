package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Mistakes in what a suite asks of the evaluation. */
class EvaluateProblemsTest extends ProblemSentences {
  @Test
  void anUnknownMetricIsNamedWithTheKnownOnes() {
    assertThat(problems("name: s\nevaluate: {metrics: [brier, acuracy]}\n" + DATASETS + MODELS))
        .singleElement()
        .asString()
        .startsWith(
            "sample.yaml:2:21: evaluate.metrics: Expecting one of the metrics accuracy,"
                + " average-precision, ")
        .endsWith(", top-k-accuracy. Found: acuracy (did you mean 'accuracy'?)");
  }

  @Test
  void aSliceIsACrossOrAnExpressionThatIsHarmless() {
    assertThat(
            problems(
                "name: s\n"
                    + DATASETS
                    + MODELS
                    + """
                    evaluate:
                      min_slice: 0
                      slices:
                        - {name: both, cross: [a, b], sql: "a = b"}
                        - {name: neither}
                        - {cross: [a, a]}
                        - {cross: a}
                        - {sql: "a = 'x'"}
                        - {name: c, sql: "rand() < 0.5"}
                        - {name: d, sql: "a ="}
                        - {name: e, sql: "a = 'x'"}
                        - {name: e, cross: [a, b]}
                        - {name: f, column: a}
                    """))
        .satisfiesExactly(
            is(
                "sample.yaml:5:14: evaluate.min_slice: Expecting a whole number from 1 to"
                    + " 1000000000. Found: 0"),
            is(
                "sample.yaml:7:40: evaluate.slices[0].sql: Expecting either sql or cross. Found:"
                    + " both"),
            is(
                "sample.yaml:8:7: evaluate.slices[1].sql: Expecting either sql or cross. Found:"
                    + " nothing"),
            is(
                "sample.yaml:9:15: evaluate.slices[2].cross: Expecting two or more different slice"
                    + " columns. Found: a, a"),
            is(
                "sample.yaml:10:15: evaluate.slices[3].cross: Expecting two or more different slice"
                    + " columns. Found: a"),
            is(
                "sample.yaml:11:7: evaluate.slices[4].name: Expecting a name for the slices of an"
                    + " expression. Found: nothing"),
            problem ->
                assertThat(problem)
                    .startsWith(
                        "sample.yaml:12:22: evaluate.slices[5].sql: Expecting comparisons, AND, OR,"
                            + " NOT, IN,")
                    .endsWith(" Found: rand"),
            is(
                "sample.yaml:13:22: evaluate.slices[6].sql: Expecting an SQL expression. Found:"
                    + " Syntax error at or near end of input"),
            is(
                "sample.yaml:15:14: evaluate.slices[8].name: Expecting a name that"
                    + " evaluate.slices[7] does not have already. Found: e"),
            is(
                "sample.yaml:16:7: evaluate.slices[9].sql: Expecting either sql or cross. Found:"
                    + " nothing"),
            is(
                "sample.yaml:16:17: evaluate.slices[9]: Expecting one of the keys cross, name, sql."
                    + " Found: column"));
  }

  private static Consumer<String> is(String sentence) {
    return problem -> assertThat(problem).isEqualTo(sentence);
  }

  @Test
  void toCompareWithTheBaselineThereMustBeOne() {
    assertThat(problems("name: s\nevaluate: {compare: baseline}\n" + DATASETS + MODELS))
        .containsExactly(
            "sample.yaml:2:21: evaluate.compare: Expecting a key 'baseline' beside it. Found:"
                + " none");
    assertThat(problems("name: s\nevaluate: {compare: some}\n" + DATASETS + MODELS))
        .containsExactly(
            "sample.yaml:2:21: evaluate.compare: Expecting one of all, baseline, neighbours, none."
                + " Found: some");
  }

  @Test
  void notANumberIsNoNumber() {
    assertThat(problems("name: s\nevaluate: {confidence: NaN}\n" + DATASETS + MODELS))
        .containsExactly(
            "sample.yaml:2:24: evaluate.confidence: Expecting a number from 0.5 to 0.9999."
                + " Found: NaN");
  }
}
