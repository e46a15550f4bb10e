package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineSupport;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.jobs.spark.ExecutorGpus;
import io.github.steelyard.jobs.suite.settings.DeviceChoice;
import io.github.steelyard.jobs.suite.settings.PlacementChoice;
import java.util.stream.Stream;

/**
 * Decides once for a run what each model runs on, so that all executors do the same and keys can
 * say it.
 *
 * @param placement on a GPU the first one; each task takes its own
 * @param engine what runs it there
 */
record Placing(Placement placement, EngineDescription engine) {
  /**
   * @throws ModelException when the engine cannot do what is asked for; nothing else is done then
   */
  static Placing of(
      ModelRef model, EngineProvider provider, PlacementChoice choice, ExecutorGpus gpus) {
    if (choice.device() != DeviceChoice.CPU) {
      ExecutorGpus.Answer answer = gpus.ask(provider.name(), choice.precision());
      EngineDescription description = answer.description();
      if (description != null) {
        return new Placing(Placement.gpu(0, choice.precision()), description);
      }
      if (choice.device() == DeviceChoice.GPU) {
        throw new ModelException(model.name(), String.valueOf(answer.refusal()));
      }
    }
    Placement cpu = Placement.cpu(choice.precision());
    provider.support().require(model, cpu);
    return new Placing(cpu, provider.description(cpu));
  }

  /** How the driver can open the model to read it, which may have no GPU of its own. */
  Placement onDriver(EngineProvider provider) {
    EngineSupport support = provider.support();
    return Stream.of(placement, Placement.cpu(placement.precision()))
        .filter(support::offers)
        .findFirst()
        .orElse(Placement.REFERENCE);
  }
}
