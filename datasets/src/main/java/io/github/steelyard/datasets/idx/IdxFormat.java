package io.github.steelyard.datasets.idx;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.OptionKind;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.source.FilePerTask;
import io.github.steelyard.datasets.source.SourceFiles;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A file of images and a file of labels in MNIST's IDX format, plain or gzipped: images {@code
 * [height, width, 1]} or {@code [height, width, channels]} of unsigned bytes, labels 0..255. An
 * example has no id of its own; it is named after the contents of the images' file and its row.
 */
@AutoService(DatasetFormat.class)
public final class IdxFormat implements DatasetFormat {
  private static final String IMAGES = "images";
  private static final String LABELS = "labels";

  @Override
  public String name() {
    return "idx";
  }

  @Override
  public LabelValues usualLabelValues() {
    return LabelValues.INDEX;
  }

  @Override
  public boolean oneClassEach() {
    return true;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.required(
            IMAGES, OptionKind.PATH, "The IDX file of images, plain or gzipped (idx3-ubyte)."),
        OptionSpec.required(
            LABELS, OptionKind.PATH, "The IDX file of their labels, plain or gzipped."));
  }

  @Override
  public JavaRDD<Row> read(SparkSession spark, DatasetSpec dataset, SplitSpec split) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    String images = SourceFiles.one(split.options().requiredText(IMAGES), configuration);
    String labels = SourceFiles.one(split.options().requiredText(LABELS), configuration);
    return FilePerTask.read(
        spark, List.of(images), (path, shipped) -> new IdxExamples(path, labels, shipped));
  }

  @Override
  public Optional<String> sourceState(SparkSession spark, SplitSpec split) {
    List<String> paths =
        List.of(split.options().requiredText(IMAGES), split.options().requiredText(LABELS));
    return Optional.of(SourceFiles.state(paths, spark.sparkContext().hadoopConfiguration()));
  }
}
