package io.github.steelyard.jobs.train;

import io.github.steelyard.datasets.batch.InMemoryTrainingSet;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.engine.training.ModelCardFile;
import io.github.steelyard.engine.training.ModelTrainer;
import io.github.steelyard.engine.training.TrainedModel;
import io.github.steelyard.jobs.suite.settings.Family;
import io.github.steelyard.jobs.suite.settings.NamedRecipe;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/** Trains one model in an executor, then puts its file and, last, its card into the folder. */
final class TrainTask implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Family family;
  private final ArrayList<NamedRecipe> recipes;
  private final PreparedSplit split;
  private final String folder;
  private final String version;
  private final SerializableConfiguration configuration;

  TrainTask(
      Family family,
      List<NamedRecipe> recipes,
      PreparedSplit split,
      String folder,
      String version,
      Configuration configuration) {
    this.family = family;
    this.recipes = new ArrayList<>(recipes);
    this.split = split;
    this.folder = folder;
    this.version = version;
    this.configuration = new SerializableConfiguration(configuration);
  }

  /** A training that fails is a finding; the others go on. */
  TrainOutcome run(int index) {
    NamedRecipe named = recipes.get(index);
    try {
      return train(named);
    } catch (BadInputException e) {
      return TrainOutcome.failed(named.name(), Sentences.of(e));
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      return TrainOutcome.failed(named.name(), "cannot be trained (" + Sentences.reason(e) + ")");
    }
  }

  private TrainOutcome train(NamedRecipe named) throws IOException {
    InMemoryTrainingSet examples =
        InMemoryTrainingSet.load(
            split, family.preprocessing(), named.recipe().examples(), configuration.value());
    java.nio.file.Path local = Files.createTempFile("steelyard-train", ".model");
    try {
      TrainedModel trained = trainer().train(named.recipe(), examples, local);
      ModelCard card = card(named, examples, trained, local);
      publish(local, card);
      List<Double> losses = trained.epochLosses();
      return new TrainOutcome(
          named.name(),
          trained.profile().parameters(),
          losses.get(losses.size() - 1),
          trained.trainingSeconds(),
          null);
    } finally {
      Files.deleteIfExists(local);
    }
  }

  private ModelTrainer trainer() {
    return ServiceLoader.load(ModelTrainer.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(trainer -> trainer.engine().equals(family.engine()))
        .findFirst()
        .orElseThrow(() -> new BadInputException("No trainer for engine " + family.engine()));
  }

  private ModelCard card(
      NamedRecipe named,
      InMemoryTrainingSet examples,
      TrainedModel trained,
      java.nio.file.Path local)
      throws IOException {
    ModelCard.ModelFile written = ModelCard.ModelFile.of(local);
    return ModelCard.of(
        named.name(),
        family.engine(),
        named.recipe(),
        new ModelCard.Data(
            split.dataset(),
            split.split(),
            split.fingerprint(),
            examples.size(),
            examples.exampleShape(),
            examples.task(),
            examples.labels()),
        Cards.preprocessing(family.preprocessing()),
        trained,
        new ModelCard.ModelFile(named.name() + ".zip", written.sha256(), written.bytes()),
        "Steelyard " + version);
  }

  private void publish(java.nio.file.Path local, ModelCard card) throws IOException {
    Path target = new Path(folder, card.file().name());
    FileSystem files = target.getFileSystem(configuration.value());
    Path partial = new Path(folder, "." + card.file().name() + "." + UUID.randomUUID());
    Path cardFile = new Path(folder, card.name() + ModelCardFile.SUFFIX);
    Path partialCard = new Path(folder, "." + cardFile.getName() + "." + UUID.randomUUID());
    try {
      files.copyFromLocalFile(new Path(local.toUri()), partial);
      try (OutputStream out = files.create(partialCard, true)) {
        out.write(ModelCardFile.bytes(card));
      }
      // The old card goes first: without a card there is no model.
      files.delete(cardFile, false);
      files.delete(target, false);
      rename(files, partial, target);
      rename(files, partialCard, cardFile);
    } finally {
      files.delete(partial, false);
      files.delete(partialCard, false);
    }
  }

  private static void rename(FileSystem files, Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("Cannot rename " + from + " to " + to);
    }
  }
}
