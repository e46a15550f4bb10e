package io.github.steelyard.datasets.table;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.column.ColumnRoles;
import io.github.steelyard.datasets.column.SparkExamples;
import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.OptionKind;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.problem.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Tables that Spark knows by name: Hive's, Delta's, Iceberg's where the cluster has them, and
 * temporary views. A table's rows have no order, so they need an id; and nothing tells whether a
 * table has changed, so every run reads it.
 */
@AutoService(DatasetFormat.class)
public final class TableFormat implements DatasetFormat {
  private static final String TABLE = "table";
  private static final String ID = "id";

  @Override
  public String name() {
    return "table";
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>();
    options.add(
        OptionSpec.required(TABLE, OptionKind.TEXT, "The table's name: database.table, say."));
    options.add(
        OptionSpec.required(ID, OptionKind.TEXT, "The column of each example's unique id."));
    ColumnRoles.options().stream().filter(option -> !option.key().equals(ID)).forEach(options::add);
    return options;
  }

  @Override
  public JavaRDD<Row> read(SparkSession spark, DatasetSpec dataset, SplitSpec split) {
    String table = split.options().requiredText(TABLE);
    String name = "Table '" + table + "'";
    return SparkExamples.of(
        open(spark, table, name),
        ColumnRoles.of(split.options()),
        name,
        List.of(functions.col(quoted(split.options().requiredText(ID))).cast("string")),
        new TablePlaces(name),
        problem -> problem(name, problem));
  }

  private static String quoted(String column) {
    return "`" + column.replace("`", "``") + "`";
  }

  private static Dataset<Row> open(SparkSession spark, String table, String name) {
    try {
      if (!spark.catalog().tableExists(table)) {
        throw new DataException(name, "is missing, expected a table or view that Spark knows");
      }
      return spark.table(table);
    } catch (RuntimeException e) {
      throw problem(name, e);
    } catch (Exception e) {
      // Spark throws its checked exceptions without declaring them.
      throw problem(name, e);
    }
  }

  private static DataException problem(String name, Exception problem) {
    if (problem instanceof DataException found) {
      return found;
    }
    String reason = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    return new DataException(name, "cannot be read (" + reason + ")", problem);
  }

  @Override
  public Optional<String> sourceState(SparkSession spark, SplitSpec split) {
    return Optional.empty();
  }

  /** A row of a table is where its id is. */
  private record TablePlaces(String name) implements SparkExamples.RowPlaces {
    @Override
    public String place(Row place) {
      return name + ", id '" + place.get(0) + "'";
    }

    @Override
    public String order(Row place) {
      throw new IllegalStateException("Cannot order " + name + " but by its ids");
    }
  }
}
