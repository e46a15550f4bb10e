package io.github.steelyard.reports.run.unit;

import io.github.steelyard.engine.inference.EngineDescription;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One model on one split of one data set, with its predictions complete.
 *
 * @param shift what was done to the inputs, or null where nothing was
 * @param task the task's name: {@code classification}
 * @param predictionKey the folder below {@code <out>/predictions} that holds its outcomes
 * @param fingerprint the folder below {@code <out>/data} that holds its examples
 * @param examples those of the split, scored or not
 * @param notScored those of them that the model could not score
 * @param engine what ran it
 * @param batchSize examples handed to the engine at once
 * @param preprocessing in words, as the model's entry in the suite gives it
 * @param outputs what the model's numbers are: {@code probabilities}, {@code logits}, {@code
 *     values}
 * @param parts files of its predictions
 * @param partsFromCache those of them that an earlier run had left
 * @param inferenceSeconds wall-clock time in the engine, summed over this run's tasks; 0 where all
 *     parts came from the cache
 */
public record RunUnit(
    String model,
    String dataset,
    String split,
    @Nullable AppliedShift shift,
    String task,
    String predictionKey,
    String fingerprint,
    long examples,
    long notScored,
    EngineDescription engine,
    int batchSize,
    String preprocessing,
    String outputs,
    int parts,
    int partsFromCache,
    double inferenceSeconds)
    implements Serializable {}
