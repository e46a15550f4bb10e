package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.metric.MetricSettings;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What data sets of two models are drawn from, whose true values are known. */
interface SimulatedPopulation {
  String task();

  MetricSettings settings();

  /** The metrics of the first model. */
  List<String> metrics();

  /** The metrics by which both models are compared. */
  List<String> paired();

  SimulatedData draw(SplittableRandom random, int examples);

  /**
   * The true values by metric and aspect, and those of the first model less the second one's with
   * {@link CoverageSimulation#DIFFERENCE} behind.
   */
  Map<String, Double> truth();

  /** Adds what other intervals hold than those of the metrics. */
  default void addOthers(
      SimulatedData data,
      double confidence,
      Map<String, Double> truth,
      Map<String, Coverage> coverages) {}
}
