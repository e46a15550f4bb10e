package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.jobs.suite.Extensions.FormatKeys;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Found;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.key.DatasetKeys;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a data set's block, of a suite or of a family, with the options of its format. */
final class DatasetReader {
  private final Map<String, FormatKeys> formats;
  private final Task task;

  DatasetReader(Extensions extensions, Task task) {
    this.formats = extensions.formats();
    this.task = task;
  }

  /** The data set, or empty where something essential is wrong. */
  Optional<SuiteDataset> read(BlockReader block) {
    Optional<String> name = block.one(DatasetKeys.NAME);
    Optional<String> formatName = formatName(block);
    Optional<FormatKeys> format = formatName.map(formats::get);
    List<OptionSpec> options = format.map(FormatKeys::options).orElse(List.of());
    TaskReader.refuseClasses(
        block, task, DatasetKeys.LABELS, DatasetKeys.CLASSES, DatasetKeys.LABEL_VALUES);
    Optional<LabelMap> labels = task.hasClasses() ? labels(block) : Optional.empty();
    Optional<LabelValues> labelValues = labelValues(block, format, labels);
    List<SplitSpec> splits = splits(block, format.isPresent(), options);
    Optional<String> trainSplit = trainSplit(block, splits);
    if (name.isEmpty() || formatName.isEmpty() || labelValues.isEmpty() || splits.isEmpty()) {
      return Optional.empty();
    }
    DatasetSpec spec =
        new DatasetSpec(
            name.get(),
            formatName.get(),
            task.name(),
            labels.orElse(null),
            labelValues.get(),
            splits);
    return Optional.of(new SuiteDataset(spec, trainSplit.orElse(null)));
  }

  private Optional<String> formatName(BlockReader block) {
    Optional<String> name = block.one(DatasetKeys.FORMAT);
    name.filter(word -> !formats.containsKey(word))
        .ifPresent(
            word ->
                block.problem(
                    DatasetKeys.FORMAT,
                    "one of the formats " + String.join(", ", formats.keySet()),
                    NearMatch.found(word, formats.keySet())));
    Optional<String> known = name.filter(formats::containsKey);
    known
        .filter(word -> !fits().contains(word))
        .ifPresent(
            word ->
                block.problem(
                    DatasetKeys.FORMAT,
                    "a format for the task "
                        + task.name()
                        + ", one of "
                        + String.join(", ", fits()),
                    word + ", whose examples are of one class each"));
    return known;
  }

  /** The formats whose examples can have the task's labels. */
  private List<String> fits() {
    return formats.entrySet().stream()
        .filter(format -> task.oneClassEach() || !format.getValue().oneClassEach())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Optional<LabelMap> labels(BlockReader block) {
    Optional<Integer> classes = block.one(DatasetKeys.CLASSES);
    List<String> names = block.many(DatasetKeys.LABELS);
    if (block.has(DatasetKeys.CLASSES) && block.has(DatasetKeys.LABELS)) {
      block.problem(DatasetKeys.CLASSES, "either labels or classes", "both");
    }
    if (new HashSet<>(names).size() != names.size()) {
      block.problem(DatasetKeys.LABELS, "each class once", String.join(", ", names));
      return Optional.empty();
    }
    return names.isEmpty() ? classes.map(LabelMap::numbered) : Optional.of(new LabelMap(names));
  }

  /** A class that is called after another one's index makes names and indices ambiguous. */
  private static Optional<LabelValues> labelValues(
      BlockReader block, Optional<FormatKeys> format, Optional<LabelMap> labels) {
    if (block.has(DatasetKeys.LABEL_VALUES)) {
      return block.one(DatasetKeys.LABEL_VALUES);
    }
    LabelValues usual = format.map(FormatKeys::usual).orElse(LabelValues.NAME);
    if (usual == LabelValues.NAME && labels.map(DatasetReader::ambiguous).orElse(false)) {
      block.problem(
          DatasetKeys.LABEL_VALUES,
          "name or index, since there are class names that are whole numbers but not their own"
              + " index",
          Found.NOTHING);
      return Optional.empty();
    }
    return Optional.of(usual);
  }

  private static boolean ambiguous(LabelMap labels) {
    return IntStream.range(0, labels.classes())
        .anyMatch(
            index ->
                labels.name(index).matches("[+-]?[0-9]+")
                    && !labels.name(index).equals(Integer.toString(index)));
  }

  private static List<SplitSpec> splits(
      BlockReader block, boolean formatKnown, List<OptionSpec> options) {
    List<String> own = DatasetKeys.DATASET.names();
    String classes = DatasetKeys.CLASSES.name();
    List<String> optionKeys = options.stream().map(OptionSpec::key).toList();
    // A key that data sets have themselves can be a format's option only inside a split; but the
    // number of classes is the same thing to both.
    List<OptionSpec> common =
        options.stream()
            .filter(option -> !own.contains(option.key()) || option.key().equals(classes))
            .toList();
    Options shared = OptionReader.read(block, common);
    if (formatKnown) {
      block.allow(Stream.concat(own.stream(), optionKeys.stream()).distinct().toList());
    }
    List<SplitSpec> splits = new ArrayList<>();
    Map<String, BlockReader> blocks = block.named(DatasetKeys.SPLITS);
    blocks.forEach(
        (name, split) -> {
          if (formatKnown) {
            split.allow(optionKeys);
          }
          for (OptionSpec option : options) {
            boolean above = common.contains(option) && block.has(option.key());
            if (option.required() && !above) {
              split.require(option.key(), option.doc());
            }
          }
          splits.add(new SplitSpec(name, shared.with(OptionReader.read(split, options))));
        });
    if (block.has(DatasetKeys.SPLITS) && block.isEmptyMapping(DatasetKeys.SPLITS)) {
      block.problem(DatasetKeys.SPLITS, "at least one split", "an empty mapping");
    }
    return splits;
  }

  private static Optional<String> trainSplit(BlockReader block, List<SplitSpec> splits) {
    List<String> names = splits.stream().map(SplitSpec::name).toList();
    if (!block.has(DatasetKeys.TRAIN_SPLIT)) {
      return names.contains("train") ? Optional.of("train") : Optional.empty();
    }
    Optional<String> declared = block.one(DatasetKeys.TRAIN_SPLIT);
    declared
        .filter(name -> !names.contains(name))
        .ifPresent(
            name ->
                block.problem(
                    DatasetKeys.TRAIN_SPLIT,
                    "one of the splits " + String.join(", ", names),
                    NearMatch.found(name, names)));
    return declared.filter(names::contains);
  }
}
