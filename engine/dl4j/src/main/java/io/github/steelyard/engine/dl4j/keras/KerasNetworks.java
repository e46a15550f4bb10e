package io.github.steelyard.engine.dl4j.keras;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasLayer;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelBuilder;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Has Deeplearning4j's importer make its layers, and gives them their weights. */
public final class KerasNetworks {
  private KerasNetworks() {}

  /**
   * Imports a model.
   *
   * @param archive holds the weights, of a whole model or as in a {@code .keras} file
   * @throws KerasFormatException when it has what cannot be imported, or lacks weights
   */
  public static KerasModel read(KerasConfiguration configuration, Hdf5Archive archive)
      throws Exception {
    KerasModelBuilder builder =
        new KerasModel()
            .modelBuilder()
            .modelJson(configuration.json())
            .enforceTrainingConfig(false);
    KerasModel model =
        configuration.sequential() ? builder.buildSequential() : builder.buildModel();
    Map<String, SourceLayer> sources = new LinkedHashMap<>();
    configuration.layers().forEach(source -> sources.put(source.name(), source));
    ChannelOrder order = new ChannelOrder(model, sources);
    order.mendLayers();
    KerasWeights weights = new KerasWeights(archive);
    for (SourceLayer source : sources.values()) {
      KerasLayer layer = model.getLayers().get(source.name());
      if (layer != null && layer.getNumParams() > 0) {
        Map<String, INDArray> arrays = weights.of(source);
        order.mendArrays(layer, arrays);
        layer.setWeights(arrays);
        order.mendKernel(layer, arrays);
      }
    }
    return model;
  }
}
