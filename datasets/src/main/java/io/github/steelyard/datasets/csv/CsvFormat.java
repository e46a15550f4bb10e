package io.github.steelyard.datasets.csv;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.column.ColumnRoles;
import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.OptionKind;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.source.FilePerTask;
import io.github.steelyard.datasets.source.SourceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Text files of separated values in UTF-8, plain or compressed; each is read by one task. */
@AutoService(DatasetFormat.class)
public final class CsvFormat implements DatasetFormat {
  private static final String PATH = "path";

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>();
    options.add(
        OptionSpec.required(PATH, OptionKind.TEXTS, "The files, folders or globs to read."));
    options.add(
        OptionSpec.optional(
            "header",
            OptionKind.BOOLEAN,
            "Whether the first row names the columns (the default); they are c0, c1, ... if not."));
    options.add(
        OptionSpec.optional(
            "skip_lines",
            OptionKind.INTEGER,
            "How many lines to skip at a file's beginning; by default 0."));
    options.add(
        OptionSpec.optional(
            "delimiter",
            OptionKind.TEXT,
            "What stands between cells; by default a comma, \\t is a tabulator."));
    options.add(
        OptionSpec.optional(
            "quote",
            OptionKind.TEXT,
            "What stands around cells that hold delimiters; by default a double quote."));
    options.addAll(ColumnRoles.options());
    return options;
  }

  @Override
  public JavaRDD<Row> read(SparkSession spark, DatasetSpec dataset, SplitSpec split) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    CsvOptions options = CsvOptions.of(split.options());
    List<String> files = SourceFiles.paths(split.options().texts(PATH), configuration);
    CsvFile first = new CsvFile(new Path(files.get(0)), configuration, options);
    ColumnRoles roles = ColumnRoles.of(split.options()).resolved(first.columns(), first.name());
    first.close();
    return FilePerTask.read(
        spark, files, (path, shipped) -> new CsvExamples(path, shipped, options, roles));
  }

  @Override
  public Optional<String> sourceState(SparkSession spark, SplitSpec split) {
    return Optional.of(
        SourceFiles.state(split.options().texts(PATH), spark.sparkContext().hadoopConfiguration()));
  }
}
