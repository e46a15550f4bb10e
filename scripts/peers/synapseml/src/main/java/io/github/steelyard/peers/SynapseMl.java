package io.github.steelyard.peers;

import com.microsoft.azure.synapse.ml.onnx.ONNXModel;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * SynapseML's ONNXModel, and the share of rows whose class it finds. Arguments: the ONNX file, the
 * rows (Parquet: features array of float, label int), the model's input and output, examples of a
 * batch.
 */
public final class SynapseMl {
  private SynapseMl() {}

  public static void main(String[] arguments) throws IOException {
    String rows = arguments[1];
    String output = arguments[3];
    SparkSession spark = Turns.spark("synapseml");
    ONNXModel model = new ONNXModel();
    model.setModelLocation(arguments[0]);
    model.setDeviceType("CPU");
    model.setFeedDict(dictionary(arguments[2], "features"));
    model.setFetchDict(dictionary("scores", output));
    model.setArgMaxDict(dictionary("scores", "prediction"));
    model.setMiniBatchSize(Integer.parseInt(arguments[4]));
    Turns.serve(
        () -> {
          Dataset<Row> scored = model.transform(spark.read().parquet(rows));
          Row counts =
              scored
                  .agg(
                      functions.count("*"),
                      functions.sum(
                          functions
                              .col("prediction")
                              .equalTo(functions.col("label"))
                              .cast("long")))
                  .first();
          return new Turns.Outcome(counts.getLong(0), counts.getLong(1));
        });
  }

  private static HashMap<String, String> dictionary(String key, String value) {
    return new HashMap<>(Map.of(key, value));
  }
}
