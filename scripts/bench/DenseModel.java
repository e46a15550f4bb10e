import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.file.Dl4jModelFile;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Writes a Deeplearning4j zip of a perceptron with equal weights: for its size, not for its answers.
 *
 * <p>Usage: java -cp steelyard.jar:SPARK_HOME/jars/* DenseModel.java FILE WIDTH...
 */
public final class DenseModel {
  private DenseModel() {}

  public static void main(String[] arguments) throws Exception {
    int[] widths = new int[arguments.length - 1];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Integer.parseInt(arguments[i + 1]);
    }
    Dl4jBackend.start();
    NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().list();
    long parameters = 0;
    for (int i = 1; i < widths.length; i++) {
      parameters += (widths[i - 1] + 1L) * widths[i];
      layers.layer(
          i < widths.length - 1
              ? new DenseLayer.Builder()
                  .nIn(widths[i - 1])
                  .nOut(widths[i])
                  .activation(Activation.RELU)
                  .build()
              : new OutputLayer.Builder()
                  .nIn(widths[i - 1])
                  .nOut(widths[i])
                  .activation(Activation.SOFTMAX)
                  .build());
    }
    INDArray row = Nd4j.createUninitialized(DataType.FLOAT, 1, parameters).assign(1e-4f);
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init(row, false);
    Dl4jModelFile.write(Path.of(arguments[0]), network, Shape.of(widths[0]));
  }
}
