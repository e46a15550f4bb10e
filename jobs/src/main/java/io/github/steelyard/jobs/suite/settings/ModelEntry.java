package io.github.steelyard.jobs.suite.settings;

import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.engine.task.OutputKind;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One model of a suite.
 *
 * @param path as written; relative ones start at the directory of the command
 * @param engineName the engine that was asked for, or null for the one that knows the file
 * @param outputClasses the class name of each output of the model, or empty for the labels' order
 * @param sameModel the model of the suite whose answers it should give, too, or null
 * @param options for the engine, under its own keys; a list is written as {@code [3, 224, 224]}
 */
public record ModelEntry(
    String name,
    String path,
    @Nullable String engineName,
    PlacementChoice placement,
    Preprocessing preprocessing,
    OutputKind outputs,
    List<String> outputClasses,
    @Nullable String sameModel,
    Map<String, String> options)
    implements Serializable {
  public ModelEntry {
    outputClasses = List.copyOf(outputClasses);
    options = Map.copyOf(options);
  }

  public Optional<String> engine() {
    return Optional.ofNullable(engineName);
  }

  public Optional<String> sameAs() {
    return Optional.ofNullable(sameModel);
  }

  /**
   * For each output of the model the index of its class.
   *
   * @throws ModelException when the output classes are not the labels, each once
   */
  public List<Integer> outputIndices(LabelMap labels) {
    if (outputClasses.isEmpty()) {
      return IntStream.range(0, labels.classes()).boxed().toList();
    }
    if (!areLabels(outputClasses, labels)) {
      throw new ModelException(
          name,
          "Expecting each of the classes "
              + String.join(", ", labels.names())
              + " once in output_classes. Found: "
              + String.join(", ", outputClasses));
    }
    return outputClasses.stream().map(labels::index).toList();
  }

  public static boolean areLabels(List<String> outputClasses, LabelMap labels) {
    return outputClasses.size() == labels.classes()
        && new HashSet<>(outputClasses).equals(new HashSet<>(labels.names()));
  }
}
