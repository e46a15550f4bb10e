package io.github.steelyard.datasets.column;

import io.github.steelyard.engine.problem.DataException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;

/**
 * The rows of a Spark relation as raw examples. A feature is a numeric column, an array of numbers
 * (of arrays, too) or a binary column; several of them follow one another.
 */
public final class SparkExamples {
  private SparkExamples() {}

  /** Tells, in the executors, where a row stands; given the place columns that were asked for. */
  public interface RowPlaces extends Serializable {
    /**
     * For messages.
     *
     * @param place the values of the place columns
     */
    String place(Row place);

    /** Of a row without id. */
    String order(Row place);
  }

  /** Turns what a reader throws midway into a sentence. */
  public interface ReadProblems extends Serializable {
    DataException of(Exception problem);
  }

  /**
   * Reads the columns that have a part.
   *
   * @param relation with all its columns
   * @param name of the relation, for messages
   * @param placeColumns what {@code places} needs to know of each row
   */
  public static JavaRDD<Row> of(
      Dataset<Row> relation,
      ColumnRoles declared,
      String name,
      List<Column> placeColumns,
      RowPlaces places,
      ReadProblems problems) {
    ColumnRoles roles = declared.resolved(Arrays.asList(relation.columns()), name);
    for (String feature : roles.features()) {
      DataType type = relation.schema().apply(feature).dataType();
      if (!(type instanceof BinaryType || numeric(type))) {
        throw new DataException(
            name + ", column '" + feature + "'",
            "expected numbers, arrays of numbers or binary. Found: " + type.simpleString());
      }
    }
    List<String> used = roles.used();
    Column[] selected = new Column[used.size() + placeColumns.size()];
    for (int i = 0; i < selected.length; i++) {
      selected[i] =
          i < used.size()
              // In backticks, so that a dot in a name is no step into a struct.
              ? functions.col("`" + used.get(i).replace("`", "``") + "`").as("column" + i)
              : placeColumns.get(i - used.size()).as("place" + i);
    }
    return InternalRows.read(
        relation.select(selected),
        rows ->
            new Examples(rows, new ExampleAssembler(roles, used, name), used, places, problems));
  }

  private static boolean numeric(DataType type) {
    return type instanceof NumericType
        || (type instanceof ArrayType array && numeric(array.elementType()));
  }

  private static final class Examples implements Iterator<Row> {
    private final InternalRows rows;
    private final ExampleAssembler assembler;
    private final int columns;
    private final RowPlaces places;
    private final ReadProblems problems;

    Examples(
        InternalRows rows,
        ExampleAssembler assembler,
        List<String> columns,
        RowPlaces places,
        ReadProblems problems) {
      this.rows = rows;
      this.assembler = assembler;
      this.columns = columns.size();
      this.places = places;
      this.problems = problems;
    }

    @Override
    public boolean hasNext() {
      try {
        return rows.hasNext();
      } catch (RuntimeException e) {
        throw problems.of(e);
      } catch (Exception e) {
        // Spark throws its checked exceptions without declaring them.
        throw problems.of(e);
      }
    }

    @Override
    public Row next() {
      rows.advance();
      Row place = rows.outside(columns);
      String order = assembler.needsOrder() ? places.order(place) : null;
      return assembler.assemble(places.place(place), order, rows);
    }
  }
}
