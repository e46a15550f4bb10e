package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * Converts one Keras 1 or 2 {@code .h5} file into a Deeplearning4j zip; {@link KerasImport} runs it
 * in a JVM of its own. The network's weights are not initialised first, which alone can take longer
 * than anybody waits; every layer that has weights must find them in the file. The network is then
 * tried on one example of zeros. Seeds, by default the time of day, are set to 0: equal files give
 * equal zips.
 */
final class KerasConversion {
  static final String WAY_OUT = "export it to ONNX";
  static final String KERAS_3 =
      "it was saved by Keras 3, which Deeplearning4j cannot read: save it as .h5 with Keras 2"
          + " (tf-keras), or "
          + WAY_OUT;

  private KerasConversion() {}

  /** Arguments: the Keras file, the zip to write, where to say why not, the input's shape or "". */
  public static void main(String[] arguments) throws IOException {
    int status = 0;
    try {
      convert(Path.of(arguments[0]), Path.of(arguments[1]), arguments[3]);
    } catch (Throwable e) {
      status = 1;
      Files.writeString(Path.of(arguments[2]), reason(e), StandardCharsets.UTF_8);
    }
    // Not exit(): ND4J's threads and native libraries have nothing more to say.
    Runtime.getRuntime().halt(status);
  }

  private static void convert(Path file, Path zip, String inputShape) throws Exception {
    Dl4jBackend.start();
    checkWhole(file);
    KerasModelBuilder builder =
        new KerasModel()
            .modelBuilder()
            .modelHdf5Filename(file.toString())
            .enforceTrainingConfig(false);
    if (!inputShape.isEmpty()) {
      builder.inputShape(
          Arrays.stream(inputShape.split("x", -1)).mapToInt(Integer::parseInt).toArray());
    }
    KerasModel keras = sequential(builder) ? builder.buildSequential() : builder.buildModel();
    String json;
    INDArray parameters;
    if (keras instanceof KerasSequentialModel chain) {
      MultiLayerConfiguration configuration = chain.getMultiLayerConfiguration();
      parameters = zeros(NetworkPlan.of(configuration));
      MultiLayerNetwork network = new MultiLayerNetwork(configuration);
      network.init(parameters, false);
      KerasModelUtils.copyWeightsToModel(network, keras.getLayers());
      configuration.getConfs().forEach(layer -> layer.setSeed(0));
      json = configuration.toJson();
    } else {
      ComputationGraphConfiguration configuration = keras.getComputationGraphConfiguration();
      parameters = zeros(NetworkPlan.of(configuration));
      ComputationGraph network = new ComputationGraph(configuration);
      network.init(parameters, false);
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
    ModelNotes notes = new ModelNotes(ModelNotes.KERAS, inputs(keras, plan));
    tryOut(plan, notes, parameters);
    Dl4jModelFile.write(zip, json, parameters, notes);
  }

  private static void checkWhole(Path file) throws Exception {
    try (Hdf5Archive archive = new Hdf5Archive(file.toString())) {
      if (!archive.hasAttribute("model_config")) {
        throw new UnusableModelException(
            "it is an HDF5 file without a Keras model in it: expected one saved as a whole"
                + " (model.save), not its weights alone");
      }
      if (!archive.hasAttribute("keras_version")) {
        throw new UnusableModelException("it does not say which Keras wrote it: " + WAY_OUT);
      }
    }
  }

  /** Whether it is a Sequential model; other versions than Keras 1 and 2 are refused. */
  private static boolean sequential(KerasModelBuilder builder) throws Exception {
    Map<String, Object> model = KerasModelUtils.parseJsonString(builder.getModelJson());
    String version = String.valueOf(model.get("keras_version"));
    if (version.startsWith("3")) {
      throw new UnusableModelException(KERAS_3);
    }
    if (!version.startsWith("1") && !version.startsWith("2")) {
      throw new UnusableModelException(
          "it was saved by Keras " + version + ", expected 1 or 2: " + WAY_OUT);
    }
    return "Sequential".equals(model.get("class_name"));
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
      plan.runner(parameters)
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
