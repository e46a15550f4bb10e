package io.github.steelyard.engine.dl4j.training;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.Dl4jEngineProvider;
import io.github.steelyard.engine.dl4j.architecture.Architecture;
import io.github.steelyard.engine.dl4j.architecture.Architectures;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.file.Dl4jModelFile;
import io.github.steelyard.engine.dl4j.head.OutputHead;
import io.github.steelyard.engine.dl4j.head.OutputHeads;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.engine.training.ModelTrainer;
import io.github.steelyard.engine.training.TrainedModel;
import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.engine.training.TrainingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains the architectures of {@link Architectures} with Deeplearning4j, in the calling thread. Two
 * threads may train at once: each has its own random numbers, which the recipe's seed starts.
 */
@AutoService(ModelTrainer.class)
public final class Dl4jModelTrainer implements ModelTrainer {
  /** Eight gigabytes with gradients and Adam's two moments: more than one task should take. */
  private static final long MOST_PARAMETERS = 500_000_000;

  private final Architectures architectures = Architectures.found();

  @Override
  public String engine() {
    return "dl4j";
  }

  @Override
  public List<String> architectures() {
    return architectures.names();
  }

  @Override
  public List<String> problems(TrainingRecipe recipe, Shape exampleShape) {
    List<String> problems = new ArrayList<>(RecipeProblems.of(recipe));
    if (!architectures.contains(recipe.architecture())) {
      problems.add(architectures.unknown(recipe.architecture()));
    } else if (problems.isEmpty()) {
      problems.addAll(architectures.named(recipe.architecture()).problems(recipe, exampleShape));
    }
    return problems;
  }

  @Override
  public TrainedModel train(TrainingRecipe recipe, TrainingSet examples, Path file) {
    List<String> problems = problems(recipe, examples.exampleShape());
    if (!problems.isEmpty()) {
      throw new BadInputException(problems.get(0));
    }
    int used = used(recipe, examples);
    OutputHead head = OutputHeads.of(examples.task());
    Dl4jBackend backend = Dl4jBackend.start();
    ComputationGraphConfiguration configuration =
        architectures
            .named(recipe.architecture())
            .configure(recipe, examples.exampleShape(), head, examples.outputs());
    checkSize(configuration, recipe);
    ComputationGraph network = initialized(configuration, recipe);
    try {
      TrainingClock clock = new TrainingClock(backend.description().threads() == 1);
      TargetScale scale = TargetScale.of(head, examples, used);
      List<Double> losses = new TrainingLoop(recipe, examples, used, scale).run(network);
      scale.restore(network.getOutputLayer(0));
      double seconds = clock.seconds();
      double cpuSeconds = clock.cpuSeconds();
      Dl4jModelFile.write(file, network, Map.of(Architecture.INPUT, examples.exampleShape()));
      return new TrainedModel(profile(file), losses, seconds, cpuSeconds);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the trained model to " + file, e);
    } finally {
      // Weights, gradients, the updater's state and this thread's workspaces lie outside the heap.
      network.close();
    }
  }

  private static void checkSize(
      ComputationGraphConfiguration configuration, TrainingRecipe recipe) {
    long parameters =
        configuration.getVertices().values().stream()
            .mapToLong(vertex -> vertex.numParams(false))
            .reduce(0, Math::addExact);
    if (parameters > MOST_PARAMETERS) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "Cannot train %s of width %d and depth %d: it has %,d parameters, expected at most"
                  + " %,d.",
              recipe.architecture(),
              recipe.width(),
              recipe.depth(),
              parameters,
              MOST_PARAMETERS));
    }
  }

  private static ComputationGraph initialized(
      ComputationGraphConfiguration configuration, TrainingRecipe recipe) {
    // This thread's own random numbers: for the first weights, and later for the dropout.
    Nd4j.getRandom().setSeed(recipe.seed());
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    return network;
  }

  /** As the engine sees the file: what was written can be read. */
  private static ModelProfile profile(Path file) throws IOException {
    ModelCard.ModelFile written = ModelCard.ModelFile.of(file);
    ModelRef model =
        new ModelRef(written.name(), file.toString(), written.sha256(), written.bytes(), Map.of());
    try (LoadedModel loaded = new Dl4jEngineProvider().open(model)) {
      return loaded.profile();
    }
  }

  private static int used(TrainingRecipe recipe, TrainingSet examples) {
    if (!(examples.size() >= 1 && recipe.examples() <= examples.size())) {
      throw new BadInputException(
          "Cannot train on "
              + Math.max(1, recipe.examples())
              + " examples: the training split has "
              + examples.size()
              + ".");
    }
    return recipe.examples() == 0 ? examples.size() : (int) recipe.examples();
  }
}
