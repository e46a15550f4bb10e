package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.shift.ShiftLevel;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.jobs.evaluate.unit.PlannedModel;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Names predictions by all that decides their bytes, so that equal work is done once and different
 * work never meets.
 *
 * @param text every part on a line of its own
 */
record PredictionKey(String text) {
  static PredictionKey of(
      PlannedModel model,
      PreparedSplit split,
      @Nullable ShiftLevel shift,
      Task task,
      TaskSettings settings) {
    EngineDescription engine = model.engine();
    StringBuilder text = new StringBuilder();
    line(text, "model", model.staged().ref().sha256());
    line(text, "engine-options", model.staged().ref().options());
    line(text, "engine", engine.engine() + " " + engine.version());
    line(text, "device", engine.device());
    line(text, "precision", engine.precision());
    line(text, "kernels", engine.kernels());
    line(text, "threads", engine.threads());
    line(text, "batch-size", model.batchSize());
    line(text, "inputs", model.profile().inputs());
    line(text, "outputs", model.profile().outputs());
    line(text, "output-kind", settings.outputs());
    line(text, "output-classes", settings.outputClasses());
    line(text, "labels", settings.labels().names());
    line(text, "all-scores", settings.allScores());
    line(text, "preprocessing", model.preprocessing().canonicalText());
    line(text, "data", split.fingerprint());
    line(text, "split", split.split());
    if (shift != null) {
      line(text, "shift", shift + " version " + shift.version());
    }
    if (!settings.labelled()) {
      line(text, "labels-of-examples", "none of these");
    }
    line(text, "task", task.name() + " " + task.version());
    return new PredictionKey(text.toString());
  }

  private static void line(StringBuilder text, String name, Object value) {
    // A value that holds a line break must not pass for two lines.
    text.append(name)
        .append(": ")
        .append(String.valueOf(value).replace("\\", "\\\\").replace("\n", "\\n"))
        .append('\n');
  }

  /** SHA-256 of the text in lower-case hexadecimal digits. */
  String hash() {
    return DigestUtils.sha256Hex(text);
  }
}
