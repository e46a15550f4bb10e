package io.github.steelyard.datasets.parquet;

import io.github.steelyard.datasets.column.SparkExamples;
import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.datasets.source.SourceStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** From Spark's hidden columns: the file's path, as a URI, and the row's index in the file. */
final class ParquetPlaces implements SparkExamples.RowPlaces {
  private final HashMap<String, String> contentHashes;
  private @Nullable String file;
  private String name = "";
  private @Nullable String hash;

  ParquetPlaces(Map<String, String> contentHashes) {
    this.contentHashes = new HashMap<>(contentHashes);
  }

  @Override
  public String place(Row place) {
    open(place.getString(0));
    return name + ", row " + (place.getLong(1) + 1);
  }

  @Override
  public String order(Row place) {
    open(place.getString(0));
    if (hash == null) {
      throw new IllegalStateException("Cannot name the rows of " + name);
    }
    return SourceStream.order(hash, place.getLong(1));
  }

  /** Rows come file by file. */
  private void open(String uri) {
    if (!uri.equals(file)) {
      Path path = new Path(URI.create(uri));
      file = uri;
      name = SourceFiles.name(path);
      hash = contentHashes.get(path.toString());
    }
  }
}
