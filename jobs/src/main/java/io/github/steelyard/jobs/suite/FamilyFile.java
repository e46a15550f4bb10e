package io.github.steelyard.jobs.suite;

import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Found;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.document.Problems;
import io.github.steelyard.jobs.suite.document.SuiteException;
import io.github.steelyard.jobs.suite.document.Variables;
import io.github.steelyard.jobs.suite.document.YamlDocument;
import io.github.steelyard.jobs.suite.key.DatasetKeys;
import io.github.steelyard.jobs.suite.key.FamilyKeys;
import io.github.steelyard.jobs.suite.key.PreprocessingKeys;
import io.github.steelyard.jobs.suite.settings.Family;
import io.github.steelyard.jobs.suite.settings.NamedRecipe;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads a family file. {@code conf/families/reference.yaml} shows every key. */
public final class FamilyFile {
  private record Placed(TrainingRecipe recipe, BlockReader block) {}

  private final Problems problems;
  private final Extensions extensions;
  private final BlockReader file;

  private FamilyFile(
      MappingNode root, Map<String, String> set, Problems problems, Extensions known) {
    BlockReader plain = BlockReader.file(root, problems, Variables.none(problems));
    this.problems = problems;
    this.extensions = known;
    this.file = BlockReader.file(root, problems, Variables.read(plain, set, problems));
  }

  /**
   * Reads and checks a family; nothing that it names is opened. Whether a recipe fits the data is
   * for its trainer to say.
   *
   * @param set values of the variables that the family declares
   * @throws SuiteException with all that is wrong with it
   */
  public static Family read(Path file, Map<String, String> set) {
    return read(file, set, Extensions.installed());
  }

  static Family read(Path file, Map<String, String> set, Extensions extensions) {
    Problems problems = new Problems(file.toString());
    MappingNode root = YamlDocument.read(file, problems);
    return new FamilyFile(root, set, problems, extensions).family();
  }

  private Family family() {
    file.allow(FamilyKeys.FAMILY.names());
    String name = file.one(DatasetKeys.NAME).orElse("");
    String engine = engine();
    Task task = TaskReader.read(file, extensions.tasks());
    Optional<SuiteDataset> dataset = dataset(task);
    BlockReader preprocessing =
        file.block(PreprocessingKeys.PREPROCESSING_KEY, PreprocessingKeys.PREPROCESSING);
    var read = PreprocessingReader.read(preprocessing);
    List<NamedRecipe> recipes = named(recipes(engine));
    problems.throwIfAny();
    SuiteDataset trained = dataset.orElseThrow();
    return new Family(
        name, engine, trained.spec(), trained.trainSplit().orElseThrow(), read, recipes);
  }

  private String engine() {
    String engine = file.one(FamilyKeys.ENGINE).orElse("");
    if (!engine.isEmpty() && !extensions.trainers().containsKey(engine)) {
      file.problem(
          FamilyKeys.ENGINE,
          "one of the engines that train, " + String.join(", ", extensions.trainers().keySet()),
          NearMatch.found(engine, extensions.trainers().keySet()));
    }
    return engine;
  }

  private Optional<SuiteDataset> dataset(Task task) {
    BlockReader block = file.free(FamilyKeys.DATASET);
    if (!file.has(FamilyKeys.DATASET)) {
      return Optional.empty();
    }
    Optional<SuiteDataset> dataset = new DatasetReader(extensions, task).read(block);
    dataset
        .filter(found -> found.trainSplit().isEmpty())
        .ifPresent(
            found ->
                block.problem(DatasetKeys.TRAIN_SPLIT, "the split to train on", Found.NOTHING));
    return dataset;
  }

  private List<Placed> recipes(String engine) {
    AxesReader reader = new AxesReader(extensions.trainers().getOrDefault(engine, List.of()));
    BlockReader axes = file.block(FamilyKeys.AXES_KEY, FamilyKeys.AXES);
    List<Placed> recipes = new ArrayList<>();
    List<BlockReader> blocks = file.list(FamilyKeys.MODELS);
    if (!file.has(FamilyKeys.MODELS)) {
      blocks = List.of(axes);
    }
    for (BlockReader own : blocks) {
      own.allow(FamilyKeys.AXES.names());
      BlockReader block = own.over(axes);
      reader.read(block).forEach(recipe -> recipes.add(new Placed(recipe, block)));
    }
    return recipes;
  }

  private List<NamedRecipe> named(List<Placed> recipes) {
    RecipeNames names = new RecipeNames(recipes.stream().map(Placed::recipe).toList());
    Map<String, BlockReader> first = new HashMap<>();
    List<NamedRecipe> named = new ArrayList<>();
    for (Placed placed : recipes) {
      String name = names.name(placed.recipe());
      BlockReader before = first.putIfAbsent(name, placed.block());
      if (before != null) {
        problems.add(
            placed.block().node(),
            placed.block().path(),
            "models that " + before.path() + " does not have already",
            name);
      }
      named.add(new NamedRecipe(name, placed.recipe(), placed.block().place()));
    }
    return named;
  }
}
