package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.jobs.spark.PartFiles;
import java.io.Serializable;

/**
 * One model on one split: what is cached, what fails, and what is reported as a whole.
 *
 * @param task the task's name
 * @param clustered whether the examples of one group belong together
 * @param key names the predictions: all that decides their bytes, hashed
 * @param folder where they lie, as a Hadoop path
 */
public record Unit(
    PlannedModel model,
    PreparedSplit split,
    boolean clustered,
    String task,
    TaskSettings settings,
    String key,
    String folder)
    implements Serializable {
  /** The Hadoop path of one part's predictions. */
  public String part(int part) {
    return PartFiles.path(folder, part);
  }

  @Override
  public String toString() {
    return model.name() + " on " + split.dataset() + "/" + split.split();
  }
}
