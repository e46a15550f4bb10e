package io.github.steelyard.jobs.suite;

import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Found;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.key.SuiteKeys;
import java.util.SortedMap;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the task of a suite or family file, and refuses keys that it has no use for. */
final class TaskReader {
  private TaskReader() {}

  /** Where the name is wrong, what the rest of the file is checked against is classification. */
  static Task read(BlockReader file, SortedMap<String, Task> tasks) {
    String name = file.one(SuiteKeys.TASK).orElse("");
    if (!name.isEmpty() && !tasks.containsKey(name)) {
      file.problem(
          SuiteKeys.TASK,
          "one of the tasks " + String.join(", ", tasks.keySet()),
          NearMatch.found(name, tasks.keySet()));
    }
    Task task = tasks.get(name);
    return task == null ? new ClassificationTask() : task;
  }

  /** Reports a key that speaks of classes where the task has none. */
  static void refuseClasses(BlockReader block, Task task, Key<?>... keys) {
    for (Key<?> key : keys) {
      if (!task.hasClasses() && block.has(key)) {
        Node found = block.nodeOf(key);
        block.problem(
            key,
            "this key only where the task has classes, which " + task.name() + " has not",
            Found.of(found));
      }
    }
  }
}
