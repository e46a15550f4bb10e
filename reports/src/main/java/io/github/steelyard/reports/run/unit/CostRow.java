package io.github.steelyard.reports.run.unit;

import java.io.Serializable;

/**
 * One cost of a model.
 *
 * @param cost its id: {@link #PARAMETERS} and the like, or one of your own in kebab-case
 * @param value finite; counts are exact up to 2^53
 * @param source where the value comes from: {@code graph}, {@code file}, {@code model card}
 */
public record CostRow(
    String model, String cost, double value, String unit, CostKind kind, String source)
    implements Serializable {
  public static final String PARAMETERS = "parameters";

  /** Without the running means and variances of normalizations, as papers count. */
  public static final String TRAINED_PARAMETERS = "trained-parameters";

  public static final String PARAMETERS_WITHOUT_EMBEDDINGS = "parameters-without-embeddings";

  /** Multiply-accumulates for one example; 1 MAC = 2 FLOPs. */
  public static final String MACS_PER_EXAMPLE = "macs-per-example";

  public static final String WEIGHT_BYTES = "weight-bytes";
  public static final String FILE_BYTES = "file-bytes";

  /** Loads of the weights that a run's tasks used, over all processes. */
  public static final String REPLICAS = "replicas";

  /** Of the process with most of them; above 1 the model left the cache and came back. */
  public static final String REPLICAS_PER_PROCESS = "replicas-per-process";

  /** Most that a process held beside the Java heap while it ran the model. */
  public static final String PEAK_OFF_HEAP_BYTES = "peak-off-heap-bytes";

  public static final String TRAINING_SECONDS = "training-seconds";
  public static final String TRAINING_CPU_SECONDS = "training-cpu-seconds";

  public CostRow {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "Cannot use a " + cost + " of " + value + " for '" + model + "', expected a number");
    }
  }
}
