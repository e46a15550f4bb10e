package io.github.steelyard.datasets.source;

import io.github.steelyard.datasets.format.RawExamples;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Files that are read from their first row to their last, each by one task. */
public final class FilePerTask {
  /** Beyond this many files, a task reads several, one after the other. */
  private static final int MOST_TASKS = 10_000;

  private FilePerTask() {}

  /** Reads one file, in an executor, as rows of {@link RawExamples#SCHEMA}. */
  public interface FileReader extends Serializable {
    Iterator<Row> read(Path file, Configuration configuration);
  }

  public static JavaRDD<Row> read(SparkSession spark, List<String> files, FileReader reader) {
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    FlatMapFunction<String, Row> read = file -> reader.read(new Path(file), configuration.value());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return context.parallelize(files, Math.min(files.size(), MOST_TASKS)).flatMap(read);
  }
}
