package io.github.steelyard.datasets.parquet;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.column.ColumnRoles;
import io.github.steelyard.datasets.column.SparkExamples;
import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.OptionKind;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.source.SourceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import scala.jdk.javaapi.CollectionConverters;

/** Parquet files of one schema, read by Spark's own reader, several tasks to a large file. */
@AutoService(DatasetFormat.class)
public final class ParquetFormat implements DatasetFormat {
  private static final String PATH = "path";
  private static final String FEWEST_TASKS = "spark.sql.files.minPartitionNum";
  private static final int TASKS_FOR_EACH_CORE = 4;
  private static final String ROWS_PER_BATCH = "spark.sql.parquet.columnarReaderBatchSize";

  /** Of Spark's 4096, inputs of a thousand numbers would not stay in a core's cache. */
  private static final int FEW_ROWS = 1024;

  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>();
    options.add(
        OptionSpec.required(PATH, OptionKind.TEXTS, "The files, folders or globs to read."));
    options.addAll(ColumnRoles.options());
    return options;
  }

  @Override
  public JavaRDD<Row> read(SparkSession spark, DatasetSpec dataset, SplitSpec split) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    ColumnRoles roles = ColumnRoles.of(split.options());
    List<String> files = SourceFiles.paths(split.options().texts(PATH), configuration);
    String name = String.join(", ", split.options().texts(PATH));
    ParquetProblems problems = new ParquetProblems(name);
    Map<String, String> hashes = roles.id() == null ? ContentHashes.of(spark, files) : Map.of();
    return SparkExamples.of(
        open(spark, files, problems),
        roles,
        name,
        List.of(functions.col("_metadata.file_path"), functions.col("_metadata.row_index")),
        new ParquetPlaces(hashes),
        problems);
  }

  private static Dataset<Row> open(
      SparkSession spark, List<String> files, ParquetProblems problems) {
    try {
      // Spark takes paths for globs; these are files by now.
      return tuned(spark)
          .read()
          .parquet(files.stream().map(SourceFiles::escaped).toArray(String[]::new));
    } catch (RuntimeException e) {
      throw problems.of(e);
    } catch (Exception e) {
      // Spark throws its checked exceptions without declaring them.
      throw problems.of(e);
    }
  }

  /**
   * A session of the same settings, but that files are cut into several tasks for each core (Spark
   * would make the fewest that their sizes allow: three for two cores, of which one then idles) and
   * read in small batches.
   */
  private static SparkSession tuned(SparkSession spark) {
    SparkSession session = spark.newSession();
    CollectionConverters.asJava(spark.conf().getAll())
        .forEach(
            (key, value) -> {
              if (session.conf().isModifiable(key)) {
                session.conf().set(key, value);
              }
            });
    setUnlessSet(
        session,
        FEWEST_TASKS,
        (long) TASKS_FOR_EACH_CORE * spark.sparkContext().defaultParallelism());
    setUnlessSet(session, ROWS_PER_BATCH, FEW_ROWS);
    return session;
  }

  private static void setUnlessSet(SparkSession session, String key, long value) {
    if (!session.conf().contains(key)) {
      session.conf().set(key, value);
    }
  }

  @Override
  public Optional<String> sourceState(SparkSession spark, SplitSpec split) {
    return Optional.of(
        SourceFiles.state(split.options().texts(PATH), spark.sparkContext().hadoopConfiguration()));
  }
}
