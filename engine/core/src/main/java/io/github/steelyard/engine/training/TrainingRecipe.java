package io.github.steelyard.engine.training;

import java.io.Serializable;

/**
 * All that decides what a trained model becomes, besides its data; one value for each axis of a
 * family.
 *
 * @param architecture the name of one: {@code mlp}, {@code plain-cnn}, {@code vgg-like}
 * @param width units of a hidden layer, or channels of the first block
 * @param depth hidden layers, or convolutions
 * @param examples how many of the training split's examples are used, a random sample; 0 means all
 * @param epochs passes over them
 * @param learningRate Adam's
 * @param batchSize examples a step
 * @param residual shortcuts around blocks
 * @param batchNormalization after each convolution or dense layer
 * @param dropout share of activations dropped before the classifier, 0 to below 1
 */
public record TrainingRecipe(
    String architecture,
    int width,
    int depth,
    long examples,
    int epochs,
    long seed,
    double learningRate,
    int batchSize,
    boolean residual,
    boolean batchNormalization,
    double dropout)
    implements Serializable {}
