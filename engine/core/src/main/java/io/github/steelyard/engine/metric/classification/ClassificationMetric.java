package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.ScoreMetric;
import io.github.steelyard.engine.task.classification.ClassificationTask;

/** What most metrics of classification have in common; each may say otherwise. */
public interface ClassificationMetric extends ScoreMetric {
  @Override
  default String task() {
    return ClassificationTask.NAME;
  }
}
