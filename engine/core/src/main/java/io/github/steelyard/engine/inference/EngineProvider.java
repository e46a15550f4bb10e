package io.github.steelyard.engine.inference;

import io.github.steelyard.engine.inference.device.Placement;
import java.nio.file.Path;
import java.util.List;

/**
 * An inference library. Found by {@link java.util.ServiceLoader}; the contract test that every
 * provider's test extends says what it must do.
 */
public interface EngineProvider {
  /** The name by which a suite asks for it, and under which its results are kept. */
  String name();

  /** What it can do in this process; devices that other processes took do not count. */
  EngineSupport support();

  /**
   * What decides, besides the model and the batch, which numbers come out: versions, device,
   * precision, kernels, threads. It becomes part of every key; two machines that differ here do not
   * share predictions. The GPU's number is no part of it.
   *
   * @throws io.github.steelyard.engine.problem.BadInputException when the placement is not
   *     supported here
   */
  EngineDescription description(Placement placement);

  /** The same for the placement that every engine can do. */
  default EngineDescription description() {
    return description(Placement.REFERENCE);
  }

  /** Whether the file looks like one of this engine's, by its first bytes, never by its name. */
  boolean accepts(Path file);

  /**
   * The other files that a model consists of: paths relative to its file's folder, as {@link
   * Companions#relative} has them, sorted, each once. They are read from the model's file alone,
   * beside which the others need not lie yet.
   *
   * @throws io.github.steelyard.engine.problem.ModelException when the file cannot be read, or
   *     names a file elsewhere
   */
  default List<String> companions(ModelRef model) {
    return List.of();
  }

  /**
   * Makes a file that {@link #open} reads, once for a whole run: a foreign format is converted into
   * {@code folder}, a native one is returned as it is. Idempotent; the result depends only on the
   * model's bytes.
   *
   * @throws io.github.steelyard.engine.problem.ModelException when the file cannot be used
   */
  Path prepare(ModelRef model, Path folder);

  /**
   * Opens a prepared model. The result owns the weights and is shared by all threads. It runs as
   * the placement says or not at all.
   *
   * @throws io.github.steelyard.engine.problem.ModelException when the file cannot be used, or the
   *     placement is not supported here
   */
  LoadedModel open(ModelRef model, Placement placement);

  /** The same for the placement that every engine can do. */
  default LoadedModel open(ModelRef model) {
    return open(model, Placement.REFERENCE);
  }
}
