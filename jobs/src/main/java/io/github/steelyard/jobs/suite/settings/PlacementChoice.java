package io.github.steelyard.jobs.suite.settings;

import io.github.steelyard.engine.inference.device.Precision;
import java.io.Serializable;

/** What a suite says of where, and in which numbers, a model runs. */
public record PlacementChoice(DeviceChoice device, Precision precision) implements Serializable {
  /** Where nothing is said: the same on every machine. */
  public static final PlacementChoice REFERENCE =
      new PlacementChoice(DeviceChoice.CPU, Precision.FLOAT32);
}
