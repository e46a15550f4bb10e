package io.github.steelyard.engine.inference;

import java.nio.file.Path;

/**
 * An inference library. Found by {@link java.util.ServiceLoader}; the contract test that every
 * provider's test extends says what it must do.
 */
public interface EngineProvider {
  /** The name by which a suite asks for it, and under which its results are kept. */
  String name();

  /**
   * What decides, besides the model and the batch, which numbers come out: versions, kernels,
   * threads. It becomes part of every key; two machines that differ here do not share predictions.
   */
  EngineDescription description();

  /** Whether the file looks like one of this engine's, by its first bytes, never by its name. */
  boolean accepts(Path file);

  /**
   * Makes a file that {@link #open} reads, once for a whole run: a foreign format is converted into
   * {@code folder}, a native one is returned as it is. Idempotent; the result depends only on the
   * model's bytes.
   *
   * @throws io.github.steelyard.engine.problem.ModelException when the file cannot be used
   */
  Path prepare(ModelRef model, Path folder);

  /**
   * Opens a prepared model. The result owns the weights and is shared by all threads.
   *
   * @throws io.github.steelyard.engine.problem.ModelException when the file cannot be used
   */
  LoadedModel open(ModelRef model);
}
