package io.github.steelyard.datasets.csv;

import io.github.steelyard.datasets.column.Cells;
import io.github.steelyard.datasets.column.ColumnRoles;
import io.github.steelyard.datasets.column.ExampleAssembler;
import io.github.steelyard.datasets.column.FeatureValues;
import io.github.steelyard.datasets.source.SourceStream;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The examples of one file. */
final class CsvExamples implements Iterator<Row> {
  private final CsvFile file;
  private final ExampleAssembler assembler;
  private final @Nullable String contentHash;

  CsvExamples(Path path, Configuration configuration, CsvOptions options, ColumnRoles roles) {
    this.file = new CsvFile(path, configuration, options);
    this.assembler = new ExampleAssembler(roles, file.columns(), file.name());
    this.contentHash =
        assembler.needsOrder() ? SourceStream.contentHash(path, configuration) : null;
  }

  @Override
  public boolean hasNext() {
    return file.hasNext();
  }

  @Override
  public Row next() {
    CsvCells cells = new CsvCells(file.next());
    String order = contentHash == null ? null : SourceStream.order(contentHash, file.index());
    return assembler.assemble(file.place(), order, cells);
  }

  private static final class CsvCells implements Cells {
    private final @Nullable String[] values;

    CsvCells(@Nullable String[] values) {
      this.values = values;
    }

    @Override
    public @Nullable String text(int column) {
      return values[column];
    }

    @Override
    public void numbers(int column, FeatureValues target) {
      String value = values[column];
      if (value == null) {
        throw target.unexpected("an empty cell");
      }
      target.add(value);
    }
  }
}
