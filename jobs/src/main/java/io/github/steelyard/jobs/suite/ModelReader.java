package io.github.steelyard.jobs.suite;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Kind;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.key.DatasetKeys;
import io.github.steelyard.jobs.suite.key.ModelKeys;
import io.github.steelyard.jobs.suite.key.PreprocessingKeys;
import io.github.steelyard.jobs.suite.settings.FamilyEntry;
import io.github.steelyard.jobs.suite.settings.ModelEntry;
import io.github.steelyard.jobs.suite.settings.PlacementChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** Reads a suite's models: its own keys go before those of the suite's defaults. */
final class ModelReader {
  private final SortedSet<String> engines;
  private final Task task;
  private final BlockReader defaults;
  private final List<LabelMap> labels;
  private final FeatureNames features;

  /**
   * @param labels of the data sets that declare them
   */
  ModelReader(
      Extensions extensions,
      Task task,
      BlockReader defaults,
      List<LabelMap> labels,
      FeatureNames features) {
    this.engines = extensions.engines();
    this.task = task;
    this.defaults = defaults;
    this.labels = List.copyOf(labels);
    this.features = features;
  }

  static boolean isFamily(BlockReader block) {
    return block.has(ModelKeys.FAMILY);
  }

  Optional<FamilyEntry> family(BlockReader block) {
    block.allow(ModelKeys.MODEL_FAMILY.names());
    PlacementChoice placement = placement(block.over(defaults));
    Optional<String> include =
        block
            .one(ModelKeys.INCLUDE)
            .filter(
                glob -> {
                  boolean usable = FamilyEntry.isGlob(glob);
                  if (!usable) {
                    block.problem(ModelKeys.INCLUDE, "a glob, as mlp-*", glob);
                  }
                  return usable;
                });
    return block
        .one(ModelKeys.FAMILY)
        .flatMap(folder -> include.map(glob -> new FamilyEntry(folder, glob, placement)));
  }

  private static PlacementChoice placement(BlockReader block) {
    return new PlacementChoice(
        block.one(ModelKeys.DEVICE).orElse(PlacementChoice.REFERENCE.device()),
        block.one(ModelKeys.PRECISION).orElse(PlacementChoice.REFERENCE.precision()));
  }

  Optional<ModelEntry> model(BlockReader own) {
    own.allow(ModelKeys.MODEL.names());
    BlockReader block = own.over(defaults);
    Optional<String> name = block.one(DatasetKeys.NAME);
    Optional<String> path = block.one(ModelKeys.PATH);
    Optional<String> engine = engine(block);
    PlacementChoice placement = placement(block);
    BlockReader preprocessing =
        own.block(PreprocessingKeys.PREPROCESSING_KEY, PreprocessingKeys.MODEL_PREPROCESSING)
            .over(
                defaults.block(
                    PreprocessingKeys.PREPROCESSING_KEY, PreprocessingKeys.MODEL_PREPROCESSING));
    OutputKind outputs = outputs(block);
    List<String> outputClasses = outputClasses(block);
    Optional<String> sameAs = block.one(ModelKeys.SAME_AS);
    Map<String, String> options = options(own);
    var read = PreprocessingReader.ofModel(preprocessing, features);
    if (name.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ModelEntry(
            name.get(),
            path.get(),
            engine.orElse(null),
            placement,
            read,
            outputs,
            outputClasses,
            sameAs.orElse(null),
            options));
  }

  private Optional<String> engine(BlockReader block) {
    Optional<String> engine = block.one(ModelKeys.ENGINE);
    engine
        .filter(name -> !engines.contains(name))
        .ifPresent(
            name ->
                block.problem(
                    ModelKeys.ENGINE,
                    "one of the engines " + String.join(", ", engines),
                    NearMatch.found(name, engines)));
    return engine;
  }

  private OutputKind outputs(BlockReader block) {
    List<OutputKind> kinds = task.outputKinds();
    Optional<OutputKind> said =
        block.has(ModelKeys.OUTPUTS)
            ? block.one(ModelKeys.OUTPUTS.name(), Kind.lowerCase(kinds))
            : Optional.empty();
    return said.orElse(kinds.get(0));
  }

  private List<String> outputClasses(BlockReader block) {
    TaskReader.refuseClasses(block, task, ModelKeys.OUTPUT_CLASSES);
    List<String> classes = block.many(ModelKeys.OUTPUT_CLASSES);
    if (!classes.isEmpty()) {
      labels.stream()
          .filter(map -> !ModelEntry.areLabels(classes, map))
          .forEach(
              map ->
                  block.problem(
                      ModelKeys.OUTPUT_CLASSES,
                      "each of the classes " + String.join(", ", map.names()) + " once",
                      String.join(", ", classes)));
    }
    return classes;
  }

  private Map<String, String> options(BlockReader own) {
    BlockReader options = own.free(ModelKeys.OPTIONS).over(defaults.free(ModelKeys.OPTIONS));
    TreeMap<String, String> values = new TreeMap<>();
    for (String key : options.names()) {
      List<String> texts = options.many(key, Kind.TEXT);
      if (!texts.isEmpty()) {
        values.put(key, options.isList(key) ? texts.toString() : texts.get(0));
      }
    }
    return values;
  }
}
