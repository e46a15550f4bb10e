package io.github.steelyard.jobs.suite;

/**
 * How models are evaluated.
 *
 * @param batchSize examples that a model is given at once, 1 to 8192
 * @param confidence of all intervals, 0.5 to 0.9999
 * @param allScores keep every score of an example beyond 32 classes, too
 */
public record EvaluateSettings(int batchSize, double confidence, boolean allScores) {}
