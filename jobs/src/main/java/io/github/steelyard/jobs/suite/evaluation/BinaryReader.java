package io.github.steelyard.jobs.suite.evaluation;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Found;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.key.BinaryKeys;
import io.github.steelyard.jobs.suite.key.EvaluateKeys;
import io.github.steelyard.jobs.suite.settings.BinaryChoice;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads what a suite says of the metrics of a yes-or-no question. */
public final class BinaryReader {
  private BinaryReader() {}

  /**
   * What it says, or null where it says nothing.
   *
   * @param task its name
   * @param datasets those whose classes models answer with
   */
  public static @Nullable BinaryChoice read(
      BlockReader evaluate,
      String task,
      SortedMap<String, Task> tasks,
      List<SuiteDataset> datasets) {
    if (!evaluate.has(EvaluateKeys.BINARY_KEY)) {
      return null;
    }
    Task known = tasks.get(task);
    if (known != null && !known.oneClassEach()) {
      evaluate.problem(
          EvaluateKeys.BINARY_KEY,
          "this key only where each example is of one class, which it is not for " + task,
          Found.of(evaluate.nodeOf(EvaluateKeys.BINARY_KEY)));
    }
    BlockReader block = evaluate.block(EvaluateKeys.BINARY_KEY, BinaryKeys.BINARY);
    Optional<String> positive = block.one(BinaryKeys.POSITIVE);
    for (SuiteDataset dataset : datasets) {
      dataset.spec().labels().ifPresent(labels -> check(block, positive, labels, dataset));
    }
    return new BinaryChoice(
        positive.orElse(null),
        block.one(BinaryKeys.THRESHOLD).orElse(BinaryKeys.USUAL.threshold()),
        block.one(BinaryKeys.BETA).orElse(BinaryKeys.USUAL.beta()),
        block.one(BinaryKeys.AT_RECALL).orElse(BinaryKeys.USUAL.recall()),
        block.one(BinaryKeys.AT_PRECISION).orElse(BinaryKeys.USUAL.precision()));
  }

  private static void check(
      BlockReader block, Optional<String> positive, LabelMap labels, SuiteDataset dataset) {
    String name = dataset.spec().name();
    if (positive.isEmpty() && labels.classes() != 2) {
      block.problem(
          BinaryKeys.POSITIVE,
          "the positive class, as data set %s has %d classes".formatted(name, labels.classes()),
          Found.NOTHING);
    }
    positive
        .filter(one -> labels.index(one) < 0)
        .ifPresent(
            one ->
                block.problem(
                    BinaryKeys.POSITIVE,
                    "a class of every data set; %s has %s"
                        .formatted(name, String.join(", ", labels.names())),
                    NearMatch.found(one, labels.names())));
  }
}
