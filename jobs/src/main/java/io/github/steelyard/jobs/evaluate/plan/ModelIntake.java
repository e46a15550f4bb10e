package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.jobs.evaluate.unit.Failures;
import io.github.steelyard.jobs.evaluate.unit.PlannedModel;
import io.github.steelyard.jobs.spark.Engines;
import io.github.steelyard.jobs.spark.ExecutorGpus;
import io.github.steelyard.jobs.spark.LocalModels;
import io.github.steelyard.jobs.spark.staging.CompanionFiles;
import io.github.steelyard.jobs.spark.staging.ModelFiles;
import io.github.steelyard.jobs.spark.staging.StagedModel;
import io.github.steelyard.jobs.suite.settings.EvaluateSettings;
import io.github.steelyard.jobs.suite.settings.FamilyEntry;
import io.github.steelyard.jobs.suite.settings.ModelEntry;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Finds a suite's models, opens each once on the driver and stages it for the executors. A model
 * that cannot be used becomes a failure and leaves the others alone.
 */
final class ModelIntake {
  private final ModelStaging staging;
  private final Configuration configuration;
  private final ExecutorGpus gpus;
  private final EvaluateSettings settings;
  private final Task task;
  private final List<PlannedModel> models = new ArrayList<>();
  private final List<FailureRow> failures = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  ModelIntake(
      ModelStaging staging,
      Configuration configuration,
      ExecutorGpus gpus,
      EvaluateSettings settings,
      Task task) {
    this.staging = staging;
    this.configuration = configuration;
    this.gpus = gpus;
    this.settings = settings;
    this.task = task;
  }

  List<PlannedModel> models() {
    return models;
  }

  List<FailureRow> failures() {
    return failures;
  }

  void add(ModelEntry entry) {
    guard(entry.name(), () -> models.add(plan(entry, null, null)));
  }

  void add(FamilyEntry family) {
    guard(
        family.folder(),
        () -> {
          for (FamilyCards.Found found :
              FamilyCards.of(family, task, configuration, failures::add)) {
            guard(
                found.name(), () -> models.add(plan(found.entry(), family.folder(), found.card())));
          }
        });
  }

  /** Something that fails for one model. */
  private interface Step {
    void run() throws IOException;
  }

  private void guard(String name, Step step) {
    try {
      step.run();
    } catch (IOException e) {
      failures.add(
          Failures.ofModel(
              name, new ModelException(name, "cannot be read (" + Sentences.reason(e) + ")", e)));
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      failures.add(Failures.ofModel(name, e));
    }
  }

  private PlannedModel plan(ModelEntry entry, @Nullable String family, @Nullable ModelCard card)
      throws IOException {
    if (!names.add(entry.name())) {
      throw new ModelException(entry.name(), "expected each name once in a suite and its families");
    }
    ModelRef file = LocalModels.ref(entry.name(), local(entry), entry.options());
    if (card != null && !card.file().sha256().equals(file.sha256())) {
      throw new ModelException(
          entry.name(),
          "expected the file that its card describes (sha-256 "
              + card.file().sha256()
              + "). Found: "
              + file.sha256());
    }
    EngineProvider provider =
        entry.engine().map(Engines::named).orElseGet(() -> LocalModels.recognize(file));
    Placing placing = Placing.of(file, provider, entry.placement(), gpus);
    ModelRef ref =
        CompanionFiles.whole(
            CompanionFiles.gather(file, entry.path(), provider, configuration), provider);
    Path prepared = provider.prepare(ref, staging.conversions());
    try (LoadedModel opened = provider.open(ref.at(prepared), placing.onDriver(provider))) {
      ModelProfile profile = opened.profile();
      return new PlannedModel(
          entry,
          new StagedModel(
              provider.name(),
              placing.placement(),
              ref,
              staging.stage(ref, prepared, provider.companions(ref)),
              profile.weightBytes()),
          profile,
          placing.engine(),
          settings.batchSize().orElse(BatchSize.of(profile)),
          opened.notes(),
          family,
          card);
    }
  }

  private Path local(ModelEntry entry) {
    try {
      return ModelFiles.localCopy(entry.path(), configuration);
    } catch (IOException e) {
      throw new ModelException(
          entry.name(),
          "cannot be read from " + entry.path() + " (" + Sentences.reason(e) + ")",
          e);
    }
  }
}
