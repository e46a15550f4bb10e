package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mistakes in the variables of a suite. */
class VariableProblemsTest extends ProblemSentences {
  @Test
  void variablesMustBeDeclaredAndSet() {
    String text =
        """
        name: s
        variables:
          data: {doc: the folder of MNIST}
          out: {default: o}
        datasets: [{name: d, format: drawn, count: 10, splits: {test: }}]
        models: [{name: m, path: "${dta}/${data}/${out}"}]
        """;

    assertThat(new SampleFiles(folder).suiteProblems(text, Map.of("dat", "/d")))
        .containsExactly(
            "sample.yaml:3:3: variables: Expecting one of the declared variables data, out."
                + " Found: --set dat (did you mean 'data'?)",
            "sample.yaml:3:9: variables.data: Expecting --set data=VALUE (the folder of MNIST)."
                + " Found: nothing",
            "sample.yaml:4:8: variables.out.doc: Expecting a text (what to set it to, and where to"
                + " get it). Found: nothing",
            "sample.yaml:6:26: models[0].path: Expecting one of the declared variables data, out."
                + " Found: dta (did you mean 'data'?)");
  }

  @Test
  void aVariableWhereNoneIsDeclaredIsRefused() {
    assertThat(
            new SampleFiles(folder)
                .suiteProblems(
                    "name: s\n" + DATASETS + "models: [{name: m, path: \"${data}\"}]\n",
                    Map.of("data", "/d")))
        .containsExactly(
            "sample.yaml:1:1: variables: Expecting a declared variable (there is none)."
                + " Found: --set data",
            "sample.yaml:3:26: models[0].path: Expecting a declared variable (there is none)."
                + " Found: data");
  }

  @Test
  void theValueOfAVariableIsCheckedAsIfItStoodThere() {
    assertThat(
            new SampleFiles(folder)
                .suiteProblems(
                    """
                    name: s
                    variables: {n: {doc: how many}}
                    datasets: [{name: d, format: drawn, count: "${n}", splits: {test: }}]
                    models: [{name: m, path: p}]
                    """,
                    Map.of("n", "${n}")))
        .containsExactly(
            "sample.yaml:3:44: datasets[0].count: Expecting a whole number. Found: ${n}");
  }
}
