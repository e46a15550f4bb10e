package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.jobs.suite.document.SuiteException;
import org.junit.jupiter.api.Test;

/** Mistakes that concern a suite as a whole. */
class SuiteProblemsTest extends ProblemSentences {
  @Test
  void allMistakesAreReportedAtOnceInTheOrderOfTheFile() {
    assertThat(
            problems(
                """
                name: a b
                task: clasification
                datasets:
                  - name: d
                    format: drwan
                    splits: {test: {}}
                models:
                  - name: m
                    path: m.zip
                    engine: dlj4
                    outputs: logit
                evaluate: {batch_size: 0, confidence: 95, all_scores: yes}
                """))
        .containsExactly(
            "sample.yaml:1:7: name: Expecting a name of letters, digits, '.', '_' and '-'."
                + " Found: a b",
            "sample.yaml:2:7: task: Expecting one of the tasks classification,"
                + " multilabel, regression. Found: clasification (did you mean 'classification'?)",
            "sample.yaml:5:13: datasets[0].format: Expecting one of the formats columns, drawn,"
                + " pixels. Found: drwan (did you mean 'drawn'?)",
            "sample.yaml:10:13: models[0].engine: Expecting one of the engines dl4j, onnxruntime."
                + " Found: dlj4 (did you mean 'dl4j'?)",
            "sample.yaml:11:14: models[0].outputs: Expecting one of probabilities, logits."
                + " Found: logit",
            "sample.yaml:12:24: evaluate.batch_size: Expecting a whole number from 1 to 8192."
                + " Found: 0",
            "sample.yaml:12:39: evaluate.confidence: Expecting a number from 0.5 to 0.9999."
                + " Found: 95",
            "sample.yaml:12:55: evaluate.all_scores: Expecting one of true, false. Found: yes");
  }

  @Test
  void anUnknownKeyListsTheKnownOnesAndANearMatch() {
    assertThat(problems("name: s\nevalaute: {}\n" + DATASETS + MODELS))
        .containsExactly(
            "sample.yaml:2:1: file: Expecting one of the keys datasets, defaults, evaluate, models,"
                + " name, task, variables. Found: evalaute (did you mean 'evaluate'?)");
    assertThat(problems("name: s\nevaluate: {speed: 1}\n" + DATASETS + MODELS))
        .containsExactly(
            "sample.yaml:2:12: evaluate: Expecting one of the keys all_scores, baseline,"
                + " batch_size, binary, calibrate, compare, confidence, contamination, metrics,"
                + " min_slice, same_as_tolerance, severities, shift_splits, shifts, slices. Found:"
                + " speed");
  }

  @Test
  void whatIsRequiredIsAskedForWithItsMeaning() {
    assertThat(problems("task: classification\n"))
        .containsExactly(
            "sample.yaml:1:1: datasets: Expecting a list of data sets (what models are evaluated"
                + " on). Found: nothing",
            "sample.yaml:1:1: models: Expecting a list of models or families (what is evaluated)."
                + " Found: nothing",
            "sample.yaml:1:1: name: Expecting a name of letters, digits, '.', '_' and '-' (names it"
                + " in every table and message). Found: nothing");
    assertThat(problems("name:\ndatasets: []\nmodels: {a: b}\n"))
        .containsExactly(
            "sample.yaml:1:6: name: Expecting a name of letters, digits, '.', '_' and '-' (names it"
                + " in every table and message). Found: nothing",
            "sample.yaml:2:11: datasets: Expecting a list of data sets. Found: an empty list",
            "sample.yaml:3:9: models: Expecting a list of models or families. Found: a mapping");
  }

  @Test
  void twoModelsOrDataSetsOfOneNameAreRefused() {
    assertThat(
            problems(
                """
                name: s
                datasets:
                  - {name: d, format: drawn, count: 1, splits: {t: }}
                  - {name: d, format: drawn, count: 2, splits: {t: }}
                models:
                  - {name: m, path: a.zip}
                  - {family: models}
                  - {name: m, path: b.zip}
                """))
        .containsExactly(
            "sample.yaml:4:12: datasets[1].name: Expecting a name that datasets[0] does not have"
                + " already. Found: d",
            "sample.yaml:8:12: models[2].name: Expecting a name that models[0] does not have"
                + " already. Found: m");
  }

  @Test
  void theMessageIsAllSentences() {
    assertThatThrownBy(() -> new SampleFiles(folder).suite("name: s\n"))
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("datasets: Expecting")
        .hasMessageContaining("\n")
        .hasMessageContaining("models: Expecting");
  }
}
