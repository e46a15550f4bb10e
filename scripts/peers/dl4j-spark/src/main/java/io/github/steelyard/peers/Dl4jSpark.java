package io.github.steelyard.peers;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Deeplearning4j's own evaluation on Spark, written as its documentation writes it. Arguments: the
 * model's zip, the rows (Parquet: features array of float, label int), the shape of an example
 * (1,28,28), the number of classes, examples of a batch.
 */
public final class Dl4jSpark {
  private Dl4jSpark() {}

  public static void main(String[] arguments) throws IOException {
    String rows = arguments[1];
    long[] shape =
        Stream.concat(Stream.of("1"), Stream.of(arguments[2].split(",")))
            .mapToLong(Long::parseLong)
            .toArray();
    int classes = Integer.parseInt(arguments[3]);
    int batch = Integer.parseInt(arguments[4]);
    SparkSession spark = Turns.spark("dl4j-spark");
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    ComputationGraph network = network(new File(arguments[0]));
    SparkComputationGraph onSpark = new SparkComputationGraph(context, network, null);
    Turns.serve(
        () -> {
          JavaRDD<DataSet> examples =
              spark
                  .read()
                  .parquet(rows)
                  .select("features", "label")
                  .toJavaRDD()
                  .map(row -> example(row, shape, classes));
          Evaluation evaluation = onSpark.evaluate(examples, null, batch);
          long correct = 0;
          for (int label = 0; label < classes; label++) {
            correct += evaluation.getConfusion().getCount(label, label);
          }
          return new Turns.Outcome(evaluation.getNumRowCounter(), correct);
        });
  }

  /** By hand: ModelSerializer of M2 refuses the row of parameters as M2.1 writes it. */
  private static ComputationGraph network(File file) throws IOException {
    try (ZipFile zip = new ZipFile(file);
        InputStream configuration = zip.getInputStream(zip.getEntry("configuration.json"));
        InputStream coefficients = zip.getInputStream(zip.getEntry("coefficients.bin"))) {
      String json = new String(configuration.readAllBytes(), StandardCharsets.UTF_8);
      ComputationGraph network = new ComputationGraph(ComputationGraphConfiguration.fromJson(json));
      INDArray parameters = Nd4j.read(new BufferedInputStream(coefficients));
      network.init(parameters.reshape(1, parameters.length()), false);
      return network;
    }
  }

  private static DataSet example(Row row, long[] shape, int classes) {
    List<Float> features = row.getList(0);
    float[] values = new float[features.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = features.get(i);
    }
    INDArray label = Nd4j.zeros(1, classes);
    label.putScalar(0, row.getInt(1), 1);
    return new DataSet(Nd4j.create(values, shape, 'c'), label);
  }
}
