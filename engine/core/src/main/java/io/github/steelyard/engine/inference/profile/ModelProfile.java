package io.github.steelyard.engine.inference.profile;

import io.github.steelyard.engine.data.TensorSpec;
import java.io.Serializable;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a model is and what it costs before it has seen any data, exactly, from its graph.
 *
 * @param format what the file is: {@code dl4j-multilayer}, {@code keras-h5}
 * @param inputs of one example
 * @param outputs of one example
 * @param weightBytes bytes of all parameters as the engine holds them
 * @param fileBytes bytes of the model file; 0 where there is none yet
 */
public record ModelProfile(
    String format,
    List<TensorSpec> inputs,
    List<TensorSpec> outputs,
    List<LayerProfile> layers,
    long weightBytes,
    long fileBytes)
    implements Serializable {
  public ModelProfile {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    layers = List.copyOf(layers);
  }

  /** All numbers the file stores, trained or not: Keras' "total params". */
  public long parameters() {
    return sum(LayerProfile::parameters);
  }

  /** Running means and variances of normalizations, which {@link #parameters} counts along. */
  public long runningStatistics() {
    return sum(LayerProfile::runningStatistics);
  }

  /**
   * Parameters as papers and PyTorch count them, without {@link #runningStatistics}: 25,557,032 for
   * ResNet-50.
   */
  public long trainedParameters() {
    return parameters() - runningStatistics();
  }

  /** Kaplan et al. 2020 count a model's size this way, Hoffmann et al. 2022 with embeddings. */
  public long parametersWithoutEmbeddings() {
    return parameters() - sum(LayerProfile::embeddingParameters);
  }

  /** Multiply-accumulates for one example; 1 MAC = 2 FLOPs. */
  public long macsPerExample() {
    return sum(LayerProfile::macs);
  }

  private long sum(ToLongFunction<LayerProfile> part) {
    return layers.stream().mapToLong(part).sum();
  }
}
