package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Mistakes in the data sets of a suite. */
class DatasetProblemsTest extends ProblemSentences {
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
}
