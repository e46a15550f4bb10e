package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.datasets.batch.Preprocessing.Features;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.jobs.suite.settings.FamilyEntry;
import io.github.steelyard.jobs.suite.settings.PlacementChoice;
import io.github.steelyard.jobs.suite.settings.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a suite says of its models. */
class SuiteModelsTest extends SuiteParts {
  @Test
  void eachOfSeveralInputsFallsBackToWhatStandsBesideThem() {
    Suite suite =
        new SampleFiles(folder)
            .suite(
                """
                name: two
                datasets: [{name: d, format: drawn, count: 10, splits: {test: }}]
                defaults: {preprocessing: {std: 3}}
                models:
                  - name: m
                    path: m.onnx
                    preprocessing:
                      scale: 0.1
                      inputs:
                        - {input: left, features: 0-3, mean: [1, 2, 3, 4]}
                        - {input: right, features: 7, scale: 1, std: 2}
                        - {input: all}
                """);

    assertThat(suite.models().get(0).preprocessing())
        .isEqualTo(
            Preprocessing.ofInputs(
                List.of(
                    input("left", new Features(0, 3), 0.1, List.of(1.0, 2.0, 3.0, 4.0), 3),
                    input("right", new Features(7, 7), 1, List.of(), 2),
                    input("all", null, 0.1, List.of(), 3))));
  }

  @Test
  void featuresOfAnInputMayBeNamedAsTheDataSetNamesThem() {
    Suite suite =
        new SampleFiles(folder)
            .suite(
                """
                name: several
                datasets:
                  - {name: d, format: columns, labels: ["0", "1"], path: a.csv, features: [w, x, y, z],
                     splits: {test: }}
                models:
                  - name: m
                    path: m.onnx
                    preprocessing:
                      inputs:
                        - {input: left, features: [z, x]}
                        - {input: right, features: [0-1, y]}
                        - {input: one, features: y}
                """);

    assertThat(suite.models().get(0).preprocessing().inputs())
        .extracting(Preprocessing::features)
        .containsExactly(
            new Features(List.of(3, 1), 4),
            new Features(List.of(0, 1, 2), 4),
            new Features(List.of(2), 4));
  }

  @Test
  void outputClassesGiveTheIndexOfEachOutput() {
    Suite suite =
        new SampleFiles(folder)
            .suite(
                """
                name: permuted
                datasets:
                  - {name: d, format: drawn, labels: [a, b, c], count: 10, splits: {test: }}
                models:
                  - {name: m, path: m.zip, output_classes: [c, a, b]}
                  - {name: n, path: n.zip}
                """);
    LabelMap labels = new LabelMap(List.of("a", "b", "c"));

    assertThat(suite.models().get(0).outputIndices(labels)).containsExactly(2, 0, 1);
    assertThat(suite.models().get(1).outputIndices(labels)).containsExactly(0, 1, 2);
    assertThatThrownBy(() -> suite.models().get(0).outputIndices(LabelMap.numbered(2)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "Model 'm': Expecting each of the classes 0, 1 once in output_classes. Found: c, a, b");
  }

  @Test
  void aFamilyIncludesTheModelsOfItsGlob() {
    FamilyEntry family = new FamilyEntry("models", "mlp-*-s{1,2}", PlacementChoice.REFERENCE);

    assertThat(family.includes("mlp-w128-s1")).isTrue();
    assertThat(family.includes("mlp-w128-s3")).isFalse();
  }
}
