package io.github.steelyard.jobs.suite;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.document.Problems;
import io.github.steelyard.jobs.suite.document.SuiteException;
import io.github.steelyard.jobs.suite.document.Variables;
import io.github.steelyard.jobs.suite.document.YamlDocument;
import io.github.steelyard.jobs.suite.evaluation.BinaryReader;
import io.github.steelyard.jobs.suite.evaluation.ShiftReader;
import io.github.steelyard.jobs.suite.evaluation.SliceReader;
import io.github.steelyard.jobs.suite.key.DatasetKeys;
import io.github.steelyard.jobs.suite.key.EvaluateKeys;
import io.github.steelyard.jobs.suite.key.ModelKeys;
import io.github.steelyard.jobs.suite.key.SuiteKeys;
import io.github.steelyard.jobs.suite.settings.CalibrationChoice;
import io.github.steelyard.jobs.suite.settings.CompareChoice;
import io.github.steelyard.jobs.suite.settings.ContaminationChoice;
import io.github.steelyard.jobs.suite.settings.EvaluateSettings;
import io.github.steelyard.jobs.suite.settings.FamilyEntry;
import io.github.steelyard.jobs.suite.settings.ModelEntry;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import io.github.steelyard.jobs.suite.settings.SuiteRelative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads a suite file. {@code conf/suites/reference.yaml} shows every key. */
public final class SuiteFile {
  private final Problems problems;
  private final Extensions extensions;
  private final BlockReader file;

  private SuiteFile(
      MappingNode root, Map<String, String> set, Problems problems, Extensions known) {
    BlockReader plain = BlockReader.file(root, problems, Variables.none(problems));
    this.problems = problems;
    this.extensions = known;
    this.file = BlockReader.file(root, problems, Variables.read(plain, set, problems));
  }

  /**
   * Reads and checks a suite; nothing that it names is opened.
   *
   * @param set values of the variables that the suite declares
   * @throws SuiteException with all that is wrong with it
   */
  public static Suite read(Path file, Map<String, String> set) {
    return read(file, set, Extensions.installed());
  }

  static Suite read(Path file, Map<String, String> set, Extensions extensions) {
    Problems problems = new Problems(file.toString());
    MappingNode root = YamlDocument.read(file, problems);
    return new SuiteFile(root, set, problems, extensions).suite(sha256(file));
  }

  private Suite suite(String sha256) {
    file.allow(SuiteKeys.SUITE.names());
    String name = file.one(DatasetKeys.NAME).orElse("");
    Task task = TaskReader.read(file, extensions.tasks());
    List<SuiteDataset> datasets = datasets(task);
    List<BlockReader> blocks = file.list(SuiteKeys.DATASETS);
    List<SuiteRelative> relatives = RelativeReader.read(DatasetKeys.RELATIVE_OF, blocks, datasets);
    List<SuiteRelative> foreign = RelativeReader.read(DatasetKeys.FOREIGN_TO, blocks, datasets);
    RelativeReader.checkForeign(blocks, task);
    List<SuiteDataset> own = RelativeReader.own(blocks, datasets);
    List<ModelEntry> models = new ArrayList<>();
    List<FamilyEntry> families = new ArrayList<>();
    models(task, own, FeatureNames.of(datasets), models, families);
    BlockReader block = file.block(SuiteKeys.EVALUATE_KEY, EvaluateKeys.EVALUATE);
    EvaluateSettings evaluate = evaluate(block, task.name(), own, models, !families.isEmpty());
    problems.throwIfAny();
    return new Suite(
        name,
        sha256,
        task.name(),
        datasets,
        relatives,
        foreign,
        models,
        families,
        evaluate,
        block.text());
  }

  /**
   * Reads what a suite said under {@code evaluate}.
   *
   * @param text as {@link Suite#evaluateText} gave it
   * @param source where it stands, for messages
   * @param datasets the suite's
   * @throws SuiteException with all that is wrong with it
   */
  public static EvaluateSettings settings(
      String text, String source, String task, List<SuiteDataset> datasets) {
    Problems problems = new Problems(source);
    MappingNode root = YamlDocument.parse(text.isEmpty() ? "{}" : text, problems);
    SuiteFile file = new SuiteFile(root, Map.of(), problems, Extensions.installed());
    file.file.allow(EvaluateKeys.EVALUATE.names());
    EvaluateSettings settings = file.evaluate(file.file, task, datasets, List.of(), true);
    problems.throwIfAny();
    return settings;
  }

  private static String sha256(Path file) {
    try {
      return DigestUtils.sha256Hex(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private List<SuiteDataset> datasets(Task task) {
    DatasetReader reader = new DatasetReader(extensions, task);
    List<BlockReader> blocks = file.list(SuiteKeys.DATASETS);
    UniqueNames.check(blocks);
    return blocks.stream()
        .map(block -> block.without(DatasetKeys.RELATIVE_OF).without(DatasetKeys.FOREIGN_TO))
        .map(reader::read)
        .flatMap(Optional::stream)
        .toList();
  }

  private void models(
      Task task,
      List<SuiteDataset> datasets,
      FeatureNames features,
      List<ModelEntry> models,
      List<FamilyEntry> families) {
    List<LabelMap> labels =
        datasets.stream().flatMap(dataset -> dataset.spec().labels().stream()).toList();
    BlockReader defaults = file.block(SuiteKeys.DEFAULTS, ModelKeys.MODEL_DEFAULTS);
    ModelReader reader = new ModelReader(extensions, task, defaults, labels, features);
    List<BlockReader> blocks = file.list(SuiteKeys.MODELS);
    UniqueNames.check(blocks);
    SameModels.check(blocks);
    for (BlockReader block : blocks) {
      if (ModelReader.isFamily(block)) {
        reader.family(block).ifPresent(families::add);
      } else {
        reader.model(block).ifPresent(models::add);
      }
    }
  }

  private EvaluateSettings evaluate(
      BlockReader block,
      String task,
      List<SuiteDataset> datasets,
      List<ModelEntry> models,
      boolean families) {
    Set<String> splits = new TreeSet<>();
    datasets.forEach(dataset -> dataset.spec().splits().forEach(split -> splits.add(split.name())));
    Optional<String> baseline = block.one(EvaluateKeys.BASELINE);
    List<String> names = models.stream().map(ModelEntry::name).toList();
    // The names of a family's models stand in its folder, which nothing opens here.
    baseline
        .filter(name -> !families && !names.contains(name))
        .ifPresent(
            name ->
                block.problem(
                    EvaluateKeys.BASELINE,
                    "one of the models " + String.join(", ", names),
                    NearMatch.found(name, names)));
    Optional<CompareChoice> compare = block.one(EvaluateKeys.COMPARE);
    compare
        .filter(choice -> choice == CompareChoice.BASELINE && baseline.isEmpty())
        .ifPresent(
            choice -> block.problem(EvaluateKeys.COMPARE, "a key 'baseline' beside it", "none"));
    return new EvaluateSettings(
        block.one(EvaluateKeys.BATCH_SIZE).orElse(null),
        block.one(EvaluateKeys.CONFIDENCE).orElse(0.95),
        block.one(EvaluateKeys.ALL_SCORES).orElse(false),
        block.one(EvaluateKeys.TOLERANCE).orElse(1e-5),
        block.one(EvaluateKeys.CALIBRATE).orElse(CalibrationChoice.NONE),
        ShiftReader.read(block, splits),
        baseline.orElse(null),
        metrics(block, task),
        compare.orElse(null),
        SliceReader.read(block),
        block.one(EvaluateKeys.CONTAMINATION).orElse(ContaminationChoice.NONE),
        BinaryReader.read(block, task, extensions.tasks(), datasets));
  }

  private List<String> metrics(BlockReader block, String task) {
    List<String> known = Metrics.of(task).stream().map(Metric::id).toList();
    List<String> chosen = block.many(EvaluateKeys.METRICS);
    for (String id : chosen) {
      if (!known.contains(id) && extensions.tasks().containsKey(task)) {
        block.problem(
            EvaluateKeys.METRICS,
            "one of the metrics " + String.join(", ", known),
            NearMatch.found(id, known));
      }
    }
    return chosen;
  }
}
