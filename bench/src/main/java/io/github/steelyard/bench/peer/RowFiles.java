package io.github.steelyard.bench.peer;

import io.github.steelyard.bench.harness.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows that all systems evaluate: Parquet with an id, features and a label, drawn by seed. */
final class RowFiles {
  static final String ID = "id";
  static final String FEATURES = "features";
  static final String LABEL = "label";

  private static final long SEED = 20260103;
  private static final int FILES = 8;
  private static final int CLASSES = 10;

  private static final StructType SCHEMA =
      new StructType()
          .add(ID, DataTypes.LongType, false)
          .add(FEATURES, DataTypes.createArrayType(DataTypes.FloatType, false), false)
          .add(LABEL, DataTypes.IntegerType, false);

  private RowFiles() {}

  /** A folder of eight files. */
  static Path of(int rows, int features, Workplace workplace) throws IOException {
    return workplace.file(
        "rows/uniform-" + rows + "x" + features, folder -> write(folder, rows, features));
  }

  private static void write(Path folder, int rows, int features) {
    SparkSession spark = LocalSpark.session();
    List<Integer> files = IntStream.range(0, FILES).boxed().toList();
    spark
        .createDataFrame(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, FILES)
                .flatMap(
                    file ->
                        IntStream.range(rows / FILES * file, rows / FILES * (file + 1))
                            .mapToObj(row -> row(row, features))
                            .iterator()),
            SCHEMA)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(folder.toString());
  }

  private static Row row(long id, int features) {
    Random random = new Random(SEED + id);
    float[] values = new float[features];
    for (int i = 0; i < features; i++) {
      values[i] = random.nextFloat();
    }
    return RowFactory.create(id, values, random.nextInt(CLASSES));
  }
}
