package io.github.steelyard.datasets.images;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.OptionKind;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.RawExamples;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A folder with one folder of PNG or JPEG images for each class; decoded in the executors to {@code
 * [height, width, channels]} of unsigned bytes. An example's id is its path below the folder; where
 * a suite declares no classes, they are the sorted names of the folders of all splits.
 */
@AutoService(DatasetFormat.class)
public final class ImagesFormat implements DatasetFormat {
  private static final String PATH = "path";
  private static final int FILES_PER_TASK = 256;
  private static final int MOST_TASKS = 10_000;

  @Override
  public String name() {
    return "images";
  }

  @Override
  public boolean oneClassEach() {
    return true;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.required(
            PATH, OptionKind.PATH, "The folder that has a folder of images for each class."),
        OptionSpec.optional(
            "size",
            OptionKind.TEXT,
            "HEIGHTxWIDTH to which all images are scaled (bilinear); by default they are left as"
                + " they are, and must be of one size."),
        OptionSpec.optional(
            "channels",
            OptionKind.INTEGER,
            "1 for gray, 3 for colour; by default what the images have."));
  }

  @Override
  public JavaRDD<Row> read(SparkSession spark, DatasetSpec dataset, SplitSpec split) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    ImageOptions options = ImageOptions.of(split.options());
    ImageFolder folder = ImageFolder.of(split.options().requiredText(PATH), configuration);
    List<String> files = folder.files(configuration);
    SerializableConfiguration shipped = new SerializableConfiguration(configuration);
    Function<String, Row> decode = file -> example(folder, file, shipped.value(), options);
    int tasks = Math.min(MOST_TASKS, files.size() / FILES_PER_TASK + 1);
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(files, tasks)
        .map(decode);
  }

  private static Row example(
      ImageFolder folder, String file, Configuration configuration, ImageOptions options) {
    Path path = new Path(file);
    Pixels pixels = ImageDecoder.decode(path, configuration, options);
    return RawExamples.row(
        folder.below(file),
        SourceFiles.name(path),
        null,
        folder.label(file),
        1,
        null,
        Map.of(),
        TensorType.UINT8,
        pixels.shape(),
        pixels.values());
  }

  @Override
  public Optional<LabelMap> labels(SparkSession spark, DatasetSpec dataset) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    SortedSet<String> names = new TreeSet<>();
    for (SplitSpec split : dataset.splits()) {
      names.addAll(
          ImageFolder.of(split.options().requiredText(PATH), configuration).classes(configuration));
    }
    return Optional.of(new LabelMap(List.copyOf(names)));
  }

  @Override
  public Optional<String> sourceState(SparkSession spark, SplitSpec split) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    String root = ImageFolder.of(split.options().requiredText(PATH), configuration).root();
    return Optional.of(SourceFiles.state(List.of(SourceFiles.escaped(root)), configuration));
  }
}
