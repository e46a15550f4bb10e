package io.github.steelyard.datasets.prepare;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Tells the file of an example by its key, so that the inputs themselves are shuffled once. */
final class FileBoundaries implements Serializable {
  static final String FILE = "file";

  /** The first key of every file but file 0, ascending. */
  private final byte[][] firstKeys;

  private FileBoundaries(byte[][] firstKeys) {
    this.firstKeys = firstKeys;
  }

  /** The keys are sorted by Spark; the driver sees one of each file. */
  static FileBoundaries of(Dataset<Row> checked, long examples, long examplesPerFile) {
    if (examples <= examplesPerFile) {
      return new FileBoundaries(new byte[0][]);
    }
    List<String> firstKeys =
        checked
            .select(CheckedExamples.KEY)
            .sort(CheckedExamples.KEY)
            .javaRDD()
            .zipWithIndex()
            .filter(keyed -> keyed._2 % examplesPerFile == 0 && keyed._2 > 0)
            .map(keyed -> keyed._1.getString(0))
            .collect();
    return new FileBoundaries(
        firstKeys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
  }

  private int file(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    int found = Arrays.binarySearch(firstKeys, bytes, Arrays::compareUnsigned);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The examples with their file's number, each file whole in one partition, sorted by key. */
  Dataset<Row> partition(Dataset<Row> checked) {
    if (firstKeys.length == 0) {
      return checked
          .coalesce(1)
          .withColumn(FILE, functions.lit(0))
          .sortWithinPartitions(CheckedExamples.KEY);
    }
    UDF1<String, Integer> fileOf = this::file;
    return checked
        .withColumn(
            FILE,
            functions.udf(fileOf, DataTypes.IntegerType).apply(functions.col(CheckedExamples.KEY)))
        .repartitionByRange(firstKeys.length + 1, functions.col(FILE))
        .sortWithinPartitions(CheckedExamples.KEY);
  }
}
