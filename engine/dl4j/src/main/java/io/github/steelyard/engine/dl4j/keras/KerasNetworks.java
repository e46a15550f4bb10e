package io.github.steelyard.engine.dl4j.keras;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasLayer;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
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
    KerasModel model = build(builder, configuration);
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

  /** The importer reshapes arrays without looking; at least their sizes must fit. */
  public static void checkSizes(KerasModel model, Layer[] layers) throws KerasFormatException {
    for (Layer layer : layers) {
      KerasLayer source = model.getLayers().get(layer.conf().getLayer().getLayerName());
      Map<String, INDArray> weights = source == null ? null : source.getWeights();
      for (Map.Entry<String, INDArray> wanted : layer.paramTable().entrySet()) {
        INDArray given = weights == null ? null : weights.get(wanted.getKey());
        if (given != null && given.length() != wanted.getValue().length()) {
          throw new KerasFormatException(
              "its layer '"
                  + layer.conf().getLayer().getLayerName()
                  + "' asks for weights of "
                  + Arrays.toString(wanted.getValue().shape())
                  + ", but it holds "
                  + Arrays.toString(given.shape()));
        }
      }
    }
  }

  private static KerasModel build(KerasModelBuilder builder, KerasConfiguration configuration)
      throws Exception {
    try {
      return configuration.sequential() ? builder.buildSequential() : builder.buildModel();
    } catch (UnsupportedKerasConfigurationException e) {
      // Deeplearning4j goes on with a link to its own pages.
      String said = String.valueOf(e.getMessage()).split("[.\\s]*Please", 2)[0];
      for (SourceLayer layer : configuration.layers()) {
        if (said.equals("Unsupported keras layer type " + layer.kind())) {
          throw new KerasFormatException(
              "Deeplearning4j cannot import its layer '"
                  + layer.name()
                  + "' ("
                  + layer.kind()
                  + ")",
              e);
        }
      }
      throw e;
    }
  }
}
