package io.github.steelyard.jobs.spark;

import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.Placement;
import java.io.Serializable;

/**
 * A model that every executor can open.
 *
 * @param engine the name of the provider that opens it
 * @param placement on a GPU the first one; each task takes its own
 * @param ref names the original file's bytes; its path holds on the driver alone
 * @param location where the prepared file lies for all executors, as a Hadoop path
 * @param weightBytes what it takes once loaded
 */
public record StagedModel(
    String engine, Placement placement, ModelRef ref, String location, long weightBytes)
    implements Serializable {}
