package io.github.steelyard.engine.inference.device;

import java.io.Serializable;

/**
 * What a model runs on, and in which numbers. It is always a decision, never a wish: what "the best
 * there is" means is decided once for a run, before engines hear of it.
 *
 * @param gpu which of the GPUs that this process sees, from 0; 0 on the CPU
 */
public record Placement(Device device, int gpu, Precision precision) implements Serializable {
  /** What every engine can do, and what the others are held against. */
  public static final Placement REFERENCE = cpu(Precision.FLOAT32);

  public Placement {
    if (!(gpu >= 0 && (gpu == 0 || device == Device.GPU))) {
      throw new IllegalArgumentException("Expecting a GPU's number on a GPU alone. Found: " + gpu);
    }
  }

  public static Placement cpu(Precision precision) {
    return new Placement(Device.CPU, 0, precision);
  }

  public static Placement gpu(int gpu, Precision precision) {
    return new Placement(Device.GPU, gpu, precision);
  }

  /** In words: {@code float16 on gpu 1}. */
  @Override
  public String toString() {
    return precision + " on " + device + (device == Device.GPU ? " " + gpu : "");
  }
}
