package io.github.steelyard.datasets.parquet;

import io.github.steelyard.datasets.source.SourceStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The content hash of each file, computed in the executors; names examples without an id. */
final class ContentHashes {
  private ContentHashes() {}

  static Map<String, String> of(SparkSession spark, List<String> files) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    SerializableConfiguration shipped = new SerializableConfiguration(configuration);
    List<String> hashes =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(files, files.size())
            .map(file -> SourceStream.contentHash(new Path(file), shipped.value()))
            .collect();
    Map<String, String> byFile = new HashMap<>();
    for (int file = 0; file < files.size(); file++) {
      byFile.put(files.get(file), hashes.get(file));
    }
    return byFile;
  }
}
