package io.github.steelyard.engine.training;

import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.io.Serializable;
import java.util.List;

/**
 * What came out of a training.
 *
 * @param epochLosses mean training loss of each epoch, in order
 * @param trainingSeconds wall-clock time of the training loop
 * @param cpuSeconds CPU time of the training loop's threads; -1 where the JVM cannot tell
 */
public record TrainedModel(
    ModelProfile profile, List<Double> epochLosses, double trainingSeconds, double cpuSeconds)
    implements Serializable {
  public TrainedModel {
    epochLosses = List.copyOf(epochLosses);
  }
}
