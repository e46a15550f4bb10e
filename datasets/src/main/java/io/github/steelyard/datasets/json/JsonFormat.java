package io.github.steelyard.datasets.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.column.ColumnRoles;
import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.OptionKind;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.source.FilePerTask;
import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.datasets.source.SourceStream;
import io.github.steelyard.engine.problem.DataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Text files with a JSON object in each line, in UTF-8, plain or compressed; each is read by one
 * task. A feature is a number or an array of numbers, at any depth.
 */
@AutoService(DatasetFormat.class)
public final class JsonFormat implements DatasetFormat {
  private static final String PATH = "path";

  @Override
  public String name() {
    return "jsonl";
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
    List<String> files = SourceFiles.paths(split.options().texts(PATH), configuration);
    ColumnRoles roles = resolved(ColumnRoles.of(split.options()), files.get(0), configuration);
    return FilePerTask.read(
        spark, files, (path, shipped) -> new JsonExamples(path, shipped, roles));
  }

  /** By the fields of the first object. */
  private static ColumnRoles resolved(
      ColumnRoles roles, String firstFile, Configuration configuration) {
    Path path = new Path(firstFile);
    try (JsonLines lines = new JsonLines(path, configuration)) {
      JsonNode first = lines.next();
      if (first == null) {
        throw new DataException(lines.name(), "holds no row, expected at least one");
      }
      List<String> columns = new ArrayList<>();
      first.fieldNames().forEachRemaining(columns::add);
      return roles.resolved(columns, lines.place());
    } catch (IOException e) {
      throw SourceStream.unreadable(path, e);
    }
  }

  @Override
  public Optional<String> sourceState(SparkSession spark, SplitSpec split) {
    return Optional.of(
        SourceFiles.state(split.options().texts(PATH), spark.sparkContext().hadoopConfiguration()));
  }
}
