package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.file.Dl4jModelFile;
import io.github.steelyard.engine.dl4j.file.ModelFileKind;
import io.github.steelyard.engine.dl4j.file.ModelNotes;
import io.github.steelyard.engine.dl4j.file.ModelZip;
import io.github.steelyard.engine.dl4j.file.NetworkPlan;
import io.github.steelyard.engine.dl4j.keras.KerasConfiguration;
import io.github.steelyard.engine.dl4j.keras.KerasFormatException;
import io.github.steelyard.engine.dl4j.keras.KerasNetworks;
import io.github.steelyard.engine.dl4j.layered.LayeredCheck;
import io.github.steelyard.engine.dl4j.profile.InputPort;
import io.github.steelyard.engine.dl4j.profile.InputPorts;
import io.github.steelyard.engine.dl4j.profile.InputTypes;
import io.github.steelyard.engine.dl4j.profile.ProfileBuilder;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.KerasSequentialModel;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelBuilder;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelUtils;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Converts one Keras file into a Deeplearning4j zip; {@link KerasImport} runs it in a JVM of its
 * own. What Keras 2 and 3 wrote, whole {@code .h5} files and {@code .keras} zips, is translated
 * first; Keras 1's files go to Deeplearning4j's importer as they are. The network's weights are not
 * initialised first, which alone can take longer than anybody waits; every layer that has weights
 * must find them in the file. The network is then tried on one example of zeros. Seeds, by default
 * the time of day, are set to 0: equal files give equal zips.
 */
final class KerasConversion {
  static final String WAY_OUT = "export it to ONNX";
  private static final int VERSION_BYTES = 5;

  private KerasConversion() {}

  /** Arguments: where to say why not, the Keras file, the zip to write, the input's shape or "". */
  public static void main(String[] arguments) throws IOException {
    ModelChild.answer(
        Path.of(arguments[0]),
        () -> convert(Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]),
        KerasConversion::reason);
  }

  private static void convert(Path file, Path zip, String inputShape) throws Exception {
    Dl4jBackend.start();
    int[] shape =
        inputShape.isEmpty()
            ? new int[0]
            : Arrays.stream(inputShape.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    KerasModel keras;
    String format = ModelNotes.KERAS;
    if (ModelFileKind.of(file) == ModelFileKind.KERAS_ZIP) {
      keras = fromZip(file, zip.resolveSibling(ModelZip.KERAS_WEIGHTS), shape);
      format = ModelNotes.KERAS_ZIP;
    } else {
      keras = fromHdf5(file, shape);
    }
    String json;
    INDArray parameters;
    if (keras instanceof KerasSequentialModel chain) {
      MultiLayerConfiguration configuration = chain.getMultiLayerConfiguration();
      parameters = zeros(NetworkPlan.of(configuration));
      MultiLayerNetwork network = new MultiLayerNetwork(configuration);
      network.init(parameters, false);
      KerasNetworks.checkSizes(keras, network.getLayers());
      KerasModelUtils.copyWeightsToModel(network, keras.getLayers());
      configuration.getConfs().forEach(layer -> layer.setSeed(0));
      json = configuration.toJson();
    } else {
      ComputationGraphConfiguration configuration = keras.getComputationGraphConfiguration();
      parameters = zeros(NetworkPlan.of(configuration));
      ComputationGraph network = new ComputationGraph(configuration);
      network.init(parameters, false);
      KerasNetworks.checkSizes(keras, network.getLayers());
      KerasModelUtils.copyWeightsToModel(network, keras.getLayers());
      configuration.getDefaultConfiguration().setSeed(0);
      for (GraphVertex vertex : configuration.getVertices().values()) {
        if (vertex instanceof LayerVertex layered) {
          layered.getLayerConf().setSeed(0);
        }
      }
      json = configuration.toJson();
    }
    NetworkPlan plan = NetworkPlan.of(json);
    ModelNotes notes = new ModelNotes(format, inputs(keras, plan));
    tryOut(plan, notes, parameters);
    Dl4jModelFile.write(zip, json, parameters, notes);
  }

  /** The weights are unpacked beside the zip to write, for HDF5 reads nothing but files. */
  private static KerasModel fromZip(Path file, Path weights, int[] shape) throws Exception {
    KerasConfiguration configuration;
    try (ModelZip source = ModelZip.open(file)) {
      configuration =
          KerasConfiguration.read(source.kerasConfiguration(), source.kerasVersion(), shape);
      source.unpackKerasWeights(weights);
    }
    try (Hdf5Archive archive = new Hdf5Archive(weights.toString())) {
      return KerasNetworks.read(configuration, archive);
    } finally {
      Files.delete(weights);
    }
  }

  private static KerasModel fromHdf5(Path file, int[] shape) throws Exception {
    try (Hdf5Archive archive = new Hdf5Archive(file.toString())) {
      if (!archive.hasAttribute("model_config")) {
        throw new UnusableModelException(
            "it is an HDF5 file without a Keras model in it: expected one saved as a whole"
                + " (model.save), not its weights alone");
      }
      if (!archive.hasAttribute("keras_version")) {
        throw new UnusableModelException("it does not say which Keras wrote it: " + WAY_OUT);
      }
      String version =
          archive.readAttributeAsFixedLengthString("keras_version", VERSION_BYTES).strip();
      if (version.startsWith("2") || version.startsWith("3")) {
        String json = archive.readAttributeAsJson("model_config");
        return KerasNetworks.read(KerasConfiguration.read(json, version, shape), archive);
      }
      if (!version.startsWith("1")) {
        throw new UnusableModelException(
            "it was saved by Keras " + version + ", expected 1, 2 or 3: " + WAY_OUT);
      }
    }
    KerasModelBuilder builder =
        new KerasModel()
            .modelBuilder()
            .modelHdf5Filename(file.toString())
            .enforceTrainingConfig(false);
    if (shape.length > 0) {
      builder.inputShape(shape);
    }
    Map<String, Object> model = KerasModelUtils.parseJsonString(builder.getModelJson());
    return "Sequential".equals(model.get("class_name"))
        ? builder.buildSequential()
        : builder.buildModel();
  }

  private static INDArray zeros(NetworkPlan plan) throws UnusableModelException {
    if (!(plan.parameters() >= 1)) {
      throw new UnusableModelException("it has no parameters");
    }
    return Nd4j.zeros(DataType.FLOAT, 1, plan.parameters());
  }

  private static Map<String, ModelNotes.Input> inputs(KerasModel keras, NetworkPlan plan)
      throws UnusableModelException {
    Map<String, ModelNotes.Input> inputs = new LinkedHashMap<>();
    for (int i = 0; i < plan.inputs().size(); i++) {
      InputType type = keras.getOutputTypes().get(keras.getInputLayerNames().get(i));
      Shape shape = type == null ? Shape.of(Shape.ANY) : InputTypes.shape(type);
      if (!shape.fixed() || !(shape.elements() >= 1)) {
        throw new UnusableModelException(
            "it leaves the shape of its input open: expected '"
                + InputPorts.OPTION
                + "' in the suite, such as [224, 224, 3] (height, width, channels)");
      }
      inputs.put(
          plan.inputs().get(i),
          new ModelNotes.Input(shape, type != null && InputTypes.channelsLast(type)));
    }
    return inputs;
  }

  /** Some networks import well and then cannot run: those with channels first, for one. */
  private static void tryOut(NetworkPlan plan, ModelNotes notes, INDArray parameters)
      throws UnusableModelException {
    List<InputPort> ports = InputPorts.of(plan, notes, Map.of());
    ProfileBuilder.build(plan, notes.format(), ports, 0);
    try {
      plan.runner(parameters, LayeredCheck.NONE)
          .run(
              ports.stream()
                  .map(port -> Nd4j.zeros(DataType.FLOAT, port.spec().shape().batched(1).toArray()))
                  .toArray(INDArray[]::new));
    } catch (RuntimeException | LinkageError e) {
      throw new UnusableModelException(
          "Deeplearning4j imports it but cannot run it ("
              + UnusableModelException.firstLine(e)
              + "): "
              + WAY_OUT,
          e);
    }
  }

  private static String reason(Throwable cause) {
    if (cause instanceof UnusableModelException) {
      return String.valueOf(cause.getMessage());
    }
    if (cause instanceof KerasFormatException) {
      return cause.getMessage() + ": " + WAY_OUT;
    }
    if (cause instanceof OutOfMemoryError) {
      return "its conversion needs more memory than it was given: " + WAY_OUT;
    }
    boolean keras =
        cause instanceof UnsupportedKerasConfigurationException
            || cause instanceof InvalidKerasConfigurationException;
    // Deeplearning4j sends its users to its own pages; that is no way out for ours.
    String said =
        UnusableModelException.firstLine(cause)
            .replaceAll("\\.? *(Please file an issue|For more information|See https?:).*", "");
    return (keras ? "Deeplearning4j cannot import it (" : "its import failed (")
        + said
        + "): "
        + WAY_OUT;
  }
}
