package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.engine.training.ModelTrainer;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a file may name, since it is installed.
 *
 * @param formats by name
 * @param tasks by name
 * @param trainers architectures by engine
 */
record Extensions(
    SortedMap<String, FormatKeys> formats,
    SortedMap<String, Task> tasks,
    SortedSet<String> engines,
    SortedMap<String, List<String>> trainers) {
  /**
   * What a file may say about a format.
   *
   * @param usual what its labels are where the file does not say
   * @param oneClassEach whether its examples can have no other labels than one class
   */
  record FormatKeys(List<OptionSpec> options, LabelValues usual, boolean oneClassEach) {}

  /** Found through the context class loader, so that a user's own come in with {@code --jars}. */
  static Extensions installed() {
    TreeMap<String, FormatKeys> formats = new TreeMap<>();
    ServiceLoader.load(DatasetFormat.class)
        .forEach(
            format ->
                formats.put(
                    format.name(),
                    new FormatKeys(
                        format.options(), format.usualLabelValues(), format.oneClassEach())));
    TreeMap<String, Task> tasks = new TreeMap<>();
    Tasks.all().forEach(task -> tasks.put(task.name(), task));
    TreeSet<String> engines = new TreeSet<>();
    ServiceLoader.load(EngineProvider.class).forEach(engine -> engines.add(engine.name()));
    TreeMap<String, List<String>> trainers = new TreeMap<>();
    ServiceLoader.load(ModelTrainer.class)
        .forEach(trainer -> trainers.put(trainer.engine(), trainer.architectures()));
    return new Extensions(formats, tasks, engines, trainers);
  }
}
