package io.github.steelyard.peers;

import com.microsoft.azure.synapse.ml.onnx.ONNXModel;
import java.io.IOException;
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
    ONNXModel model =
        new ONNXModel()
            .setModelLocation(arguments[0])
            .setDeviceType("CPU")
            .setFeedDict(Map.of(arguments[2], "features"))
            .setFetchDict(Map.of("scores", output))
            .setArgMaxDict(Map.of("scores", "prediction"))
            .setMiniBatchSize(Integer.parseInt(arguments[4]));
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
}
