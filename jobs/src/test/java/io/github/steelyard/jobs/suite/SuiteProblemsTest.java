package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.jobs.suite.document.SuiteException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteProblemsTest {
  private static final String MODELS = "models: [{name: m, path: m.zip}]\n";
  private static final String DATASETS =
      "datasets: [{name: d, format: drawn, count: 10, splits: {test: }}]\n";

  @TempDir Path folder;

  private java.util.List<String> problems(String text) {
    return new SampleFiles(folder).suiteProblems(text);
  }

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
  void aRelativeIsOneOfASplitOfAnotherDataSet() {
    assertThat(
            problems(
                """
                name: s
                datasets:
                  - {name: d, format: drawn, count: 10, splits: {test: }}
                  - {name: e, format: drawn, count: 10, splits: {test: }, relative_of: d/tst}
                  - {name: f, format: drawn, count: 10, splits: {test: }, relative_of: f/test}
                  - {name: g, format: drawn, count: 10, splits: {test: }, relative_of: d/test}
                """
                    + MODELS))
        .containsExactly(
            "sample.yaml:4:72: datasets[1].relative_of: Expecting a split of another data set, one"
                + " of d/test, f/test, g/test. Found: d/tst (did you mean 'd/test'?)",
            "sample.yaml:5:72: datasets[2].relative_of: Expecting a split of another data set, one"
                + " of d/test, e/test, g/test. Found: f/test (did you mean 'd/test'?)");
  }

  @Test
  void aForeignDataSetIsSoToASplitThatIsNotForeignItself() {
    assertThat(
            problems(
                """
                name: s
                datasets:
                  - {name: d, format: drawn, count: 10, splits: {test: }}
                  - {name: e, format: drawn, count: 10, splits: {all: }, foreign_to: d/test}
                  - {name: f, format: drawn, count: 10, splits: {all: }, foreign_to: e/all}
                  - {name: g, format: drawn, count: 10, splits: {all: }, relative_of: e/all}
                  - {name: h, format: drawn, count: 10, splits: {all: }, relative_of: d/test, foreign_to: d/test}
                """
                    + MODELS))
        .containsExactly(
            "sample.yaml:5:70: datasets[2].foreign_to: Expecting a split of another data set, one"
                + " of d/test, g/all. Found: e/all (did you mean 'g/all'?)",
            "sample.yaml:6:71: datasets[3].relative_of: Expecting a split of another data set, one"
                + " of d/test. Found: e/all",
            "sample.yaml:7:91: datasets[4].foreign_to: Expecting either foreign_to or relative_of."
                + " Found: both");
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
  void aModelIsTheSameAsAnotherOfTheSuiteAndNotAsItself() {
    assertThat(
            problems(
                "name: s\n"
                    + DATASETS
                    + """
                    models:
                      - {name: one, path: a.zip, same_as: two}
                      - {name: two, path: b.zip, same_as: three}
                      - {name: three, path: c.zip, same_as: one}
                      - {name: four, path: d.zip, same_as: four}
                      - {name: five, path: e.zip, same_as: thre}
                      - {name: six, path: f.zip}
                      - {name: seven, path: g.zip, same_as: six}
                      - {name: eight, path: h.zip, same_as: seven}
                      - {family: folder, same_as: six}
                    """))
        .containsExactly(
            "sample.yaml:4:39: models[0].same_as: Expecting a model that is not in turn said to be"
                + " the same as this. Found: two",
            "sample.yaml:5:39: models[1].same_as: Expecting a model that is not in turn said to be"
                + " the same as this. Found: three",
            "sample.yaml:6:41: models[2].same_as: Expecting a model that is not in turn said to be"
                + " the same as this. Found: one",
            "sample.yaml:7:40: models[3].same_as: Expecting a model that is not in turn said to be"
                + " the same as this. Found: four",
            "sample.yaml:8:40: models[4].same_as: Expecting the name of another model of this"
                + " suite. Found: thre (did you mean 'three'?)",
            "sample.yaml:12:22: models[8]: Expecting one of the keys device, family, include,"
                + " precision. Found: same_as");
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
  void optionsAreCheckedAgainstTheirFormat() {
    assertThat(
            problems(
                """
                name: s
                datasets:
                  - name: d
                    format: columns
                    path: [a, b]
                    features: []
                    splits:
                      one: {headers: true}
                      two: {header: 1, path: a.csv}
                  - name: e
                    format: drawn
                    splits: {test: {count: 1.5, noise: lots, font: {}}}
                """
                    + MODELS))
        .containsExactly(
            "sample.yaml:5:11: datasets[0].path: Expecting a path. Found: a list",
            "sample.yaml:6:15: datasets[0].features: Expecting at least one value."
                + " Found: an empty list",
            "sample.yaml:8:13: datasets[0].splits.one: Expecting one of the keys features, header,"
                + " path. Found: headers (did you mean 'header'?)",
            "sample.yaml:9:21: datasets[0].splits.two.header: Expecting one of true, false."
                + " Found: 1",
            "sample.yaml:12:28: datasets[1].splits.test.count: Expecting a whole number."
                + " Found: 1.5",
            "sample.yaml:12:40: datasets[1].splits.test.noise: Expecting a number, or a fraction as"
                + " 1/255. Found: lots",
            "sample.yaml:12:52: datasets[1].splits.test.font: Expecting a text. Found: a mapping");
  }

  @Test
  void aMissingOptionIsNamedForEachSplitThatLacksIt() {
    assertThat(
            problems(
                """
                name: s
                datasets:
                  - name: d
                    format: pixels
                    classes: 10
                    images: a
                    splits:
                      train: {labels: b}
                      test: {}
                """
                    + MODELS))
        .containsExactly(
            "sample.yaml:9:13: datasets[0].splits.test: Expecting the key labels (the label file)."
                + " Found: nothing");
  }

  @Test
  void labelsMustBeClearAndUnique() {
    assertThat(
            problems(
                """
                name: s
                datasets:
                  - {name: a, format: drawn, classes: 2, labels: [x, y], count: 1, splits: {t: }}
                  - {name: b, format: drawn, labels: [x, y, x], count: 1, splits: {t: }}
                  - {name: c, format: columns, labels: [1, 2], path: p, features: f, splits: {t: }}
                  - {name: d, format: drawn, classes: 1, label_values: names, count: 1, splits: {t: }}
                """
                    + MODELS))
        .containsExactly(
            "sample.yaml:3:39: datasets[0].classes: Expecting either labels or classes. Found:"
                + " both",
            "sample.yaml:4:38: datasets[1].labels: Expecting each class once. Found: x, y, x",
            "sample.yaml:5:5: datasets[2].label_values: Expecting name or index, since there are"
                + " class names that are whole numbers but not their own index. Found: nothing",
            "sample.yaml:6:39: datasets[3].classes: Expecting a whole number from 2 to 1000000."
                + " Found: 1",
            "sample.yaml:6:56: datasets[3].label_values: Expecting one of name, index."
                + " Found: names");
  }

  @Test
  void splitsMustBeThereAndTheTrainSplitOneOfThem() {
    assertThat(
            problems(
                """
                name: s
                datasets:
                  - {name: a, format: drawn, count: 1, train_split: trian, splits: {train: , test: }}
                  - {name: b, format: drawn, count: 1, splits: {}}
                  - {name: c, format: drawn, count: 1, splits: {../x: , y: 3}}
                """
                    + MODELS))
        .containsExactly(
            "sample.yaml:3:53: datasets[0].train_split: Expecting one of the splits train, test."
                + " Found: trian (did you mean 'train'?)",
            "sample.yaml:4:48: datasets[1].splits: Expecting at least one split."
                + " Found: an empty mapping",
            "sample.yaml:5:49: datasets[2].splits: Expecting a name of letters, digits, '.', '_'"
                + " and '-'. Found: ../x",
            "sample.yaml:5:60: datasets[2].splits.y: Expecting a mapping. Found: 3");
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
  void preprocessingIsCheckedInModelsAndOnceInTheirDefaults() {
    assertThat(
            problems(
                "name: s\n"
                    + DATASETS
                    + """
                    defaults:
                      preprocessing: {scale: 1/0, layout: nhwc}
                    models:
                      - {name: a, path: a, preprocessing: {mean: [1, 2, 3], std: [1, 2]}}
                      - {name: b, path: b, preprocessing: {std: 0, size: 0x9, means: 1}}
                    """))
        .containsExactly(
            "sample.yaml:4:26: defaults.preprocessing.scale: Expecting a number, or a fraction as"
                + " 1/255. Found: 1/0",
            "sample.yaml:4:39: defaults.preprocessing.layout: Expecting one of NCHW, NHWC, FLAT."
                + " Found: nhwc",
            "sample.yaml:6:62: models[0].preprocessing.std: Expecting as many values as in mean, 3."
                + " Found: 2",
            "sample.yaml:7:45: models[1].preprocessing.std: Expecting a number above 0. Found: 0",
            "sample.yaml:7:54: models[1].preprocessing.size: Expecting height x width in pixels, as"
                + " 32x32, each from 1 to 8192. Found: 0x9",
            "sample.yaml:7:59: models[1].preprocessing: Expecting one of the keys input, inputs,"
                + " layout, mean, scale, size, std. Found: means (did you mean 'mean'?)");
  }

  @Test
  void eachOfSeveralInputsIsChecked() {
    assertThat(
            problems(
                "name: s\n"
                    + DATASETS
                    + """
                    models:
                      - name: a
                        path: a
                        preprocessing:
                          inputs:
                            - {features: 0-3}
                            - {input: x, features: 3-0}
                            - {input: x, feature: 1, scale: much}
                      - {name: b, path: b, preprocessing: {inputs: left}}
                    """))
        .containsExactly(
            "sample.yaml:8:11: models[0].preprocessing.inputs[0].input: Expecting a text (the"
                + " model's input that it is for). Found: nothing",
            "sample.yaml:9:32: models[0].preprocessing.inputs[1].features: Expecting features"
                + " counted from 0, as 0-3, or 4 for one. Found: 3-0",
            "sample.yaml:10:19: models[0].preprocessing.inputs[2].input: Expecting an input that"
                + " models[0].preprocessing.inputs[1] does not have already. Found: x",
            "sample.yaml:10:22: models[0].preprocessing.inputs[2]: Expecting one of the keys"
                + " features, input, layout, mean, scale, size, std. Found: feature (did you mean"
                + " 'features'?)",
            "sample.yaml:10:41: models[0].preprocessing.inputs[2].scale: Expecting a number, or a"
                + " fraction as 1/255. Found: much",
            "sample.yaml:11:48: models[1].preprocessing.inputs: Expecting a list of inputs. Found:"
                + " left");
  }

  @Test
  void namesOfFeaturesAreThoseOfEveryDataSet() {
    String models =
        """
        models:
          - name: a
            path: a
            preprocessing:
              inputs:
                - {input: p, features: [weight, hight]}
                - {input: q, features: [weight, 0]}
                - {input: r, features: [height, size]}
        """;
    assertThat(
            problems(
                """
                name: s
                datasets:
                  - {name: d, format: columns, labels: ["0"], path: d.csv, features: [weight, height],
                     splits: {test: }}
                """
                    + models))
        .containsExactly(
            "sample.yaml:10:32: models[0].preprocessing.inputs[0].features: Expecting one of the"
                + " features weight, height of the data set 'd'. Found: hight (did you mean"
                + " 'height'?)",
            "sample.yaml:11:32: models[0].preprocessing.inputs[1].features: Expecting each feature"
                + " once. Found: weight, 0",
            "sample.yaml:12:32: models[0].preprocessing.inputs[2].features: Expecting one of the"
                + " features weight, height of the data set 'd'. Found: size");
  }

  @Test
  void featuresHaveNamesWhereDataSetsNameThemAlike() {
    String datasets =
        """
        name: s
        datasets:
          - {name: d, format: columns, labels: ["0"], path: d.csv, features: [x, y], splits: {test: }}
          - {name: e, format: %s, splits: {test: }}
        models:
          - {name: a, path: a, preprocessing: {inputs: [{input: p, features: x}]}}
        """;
    assertThat(problems(datasets.formatted("drawn, count: 9")))
        .containsExactly(
            "sample.yaml:6:70: models[0].preprocessing.inputs[0].features: Expecting features"
                + " counted from 0, as 0-3, or 4 for one, since the data set 'e' does not name its"
                + " features. Found: x");
    String turned = "columns, labels: [\"0\"], path: e.csv, features: [y, x]";
    assertThat(problems(datasets.formatted(turned)))
        .containsExactly(
            "sample.yaml:6:70: models[0].preprocessing.inputs[0].features: Expecting a feature that"
                + " stands in the same place in each data set, among as many. Found: x");
  }

  @Test
  void notANumberIsNoNumber() {
    assertThat(problems("name: s\nevaluate: {confidence: NaN}\n" + DATASETS + MODELS))
        .containsExactly(
            "sample.yaml:2:24: evaluate.confidence: Expecting a number from 0.5 to 0.9999."
                + " Found: NaN");
  }

  @Test
  void outputClassesMustBeTheLabels() {
    assertThat(
            problems(
                """
                name: s
                datasets: [{name: d, format: drawn, labels: [a, b], count: 1, splits: {t: }}]
                models: [{name: m, path: p, output_classes: [b, c]}]
                """))
        .containsExactly(
            "sample.yaml:3:45: models[0].output_classes: Expecting each of the classes a, b once."
                + " Found: b, c");
  }

  @Test
  void aFamilyHasKeysOfItsOwn() {
    assertThat(
            problems(
                "name: s\n"
                    + DATASETS
                    + """
                    models:
                      - {family: f, name: m}
                      - {family: f, include: "[a"}
                    """))
        .containsExactly(
            "sample.yaml:4:17: models[0]: Expecting one of the keys device, family, include,"
                + " precision. Found: name",
            "sample.yaml:5:26: models[1].include: Expecting a glob, as mlp-*. Found: [a");
  }

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

  @Test
  void theMessageIsAllSentences() {
    assertThatThrownBy(() -> new SampleFiles(folder).suite("name: s\n"))
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("datasets: Expecting")
        .hasMessageContaining("\n")
        .hasMessageContaining("models: Expecting");
  }
}
