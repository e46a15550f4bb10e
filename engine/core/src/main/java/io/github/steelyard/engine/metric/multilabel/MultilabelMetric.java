package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.ScoreMetric;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;

/** What most metrics of several labels have in common; each may say otherwise. */
public interface MultilabelMetric extends ScoreMetric {
  @Override
  default String task() {
    return MultilabelTask.NAME;
  }

  @Override
  default String intervals() {
    return "Grouped jackknife.";
  }
}
