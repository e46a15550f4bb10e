package io.github.steelyard.engine.inference.profile;

import io.github.steelyard.engine.data.Shape;
import java.io.Serializable;

/**
 * One layer of a model's graph.
 *
 * @param kind the layer's kind in the words of its library: {@code ConvolutionLayer}
 * @param output shape of one example's output
 * @param parameters all numbers the file stores for it, trained or not
 * @param runningStatistics those of them that a normalization keeps as running mean and variance:
 *     measured while training, not learned
 * @param embeddingParameters those of them that are look-up tables
 * @param macs multiply-accumulates for one example; convolutions and dense layers count, others are
 *     0 (1 MAC = 2 FLOPs)
 */
public record LayerProfile(
    String name,
    String kind,
    Shape output,
    long parameters,
    long runningStatistics,
    long embeddingParameters,
    long macs)
    implements Serializable {}
