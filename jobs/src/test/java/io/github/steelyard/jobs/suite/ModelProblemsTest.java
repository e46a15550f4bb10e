package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Mistakes in the models of a suite. */
class ModelProblemsTest extends ProblemSentences {
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
}
