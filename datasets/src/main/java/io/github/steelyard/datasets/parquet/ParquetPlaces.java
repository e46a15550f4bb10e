package io.github.steelyard.datasets.parquet;

import io.github.steelyard.datasets.column.SparkExamples;
import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.datasets.source.SourceStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/** From Spark's hidden columns: the file's path, as a URI, and the row's index in the file. */
final class ParquetPlaces implements SparkExamples.RowPlaces {
  private final HashMap<String, String> contentHashes;

  ParquetPlaces(Map<String, String> contentHashes) {
    this.contentHashes = new HashMap<>(contentHashes);
  }

  private static Path path(Row row, int field) {
    return new Path(URI.create(row.getString(field)));
  }

  @Override
  public String place(Row row, int firstPlaceField) {
    return SourceFiles.name(path(row, firstPlaceField))
        + ", row "
        + (row.getLong(firstPlaceField + 1) + 1);
  }

  @Override
  public String order(Row row, int firstPlaceField) {
    String file = path(row, firstPlaceField).toString();
    String hash = contentHashes.get(file);
    if (hash == null) {
      throw new IllegalStateException("Cannot name the rows of " + file);
    }
    return SourceStream.order(hash, row.getLong(firstPlaceField + 1));
  }
}
