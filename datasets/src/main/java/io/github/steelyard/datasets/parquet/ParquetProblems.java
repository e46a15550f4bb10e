package io.github.steelyard.datasets.parquet;

import io.github.steelyard.datasets.column.SparkExamples;
import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.engine.problem.DataException;
import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;

/** Spark's errors name the file that they met in a parameter called path. */
final class ParquetProblems implements SparkExamples.ReadProblems {
  private static final int MOST_CAUSES = 20;

  private final String declared;

  ParquetProblems(String declared) {
    this.declared = declared;
  }

  @Override
  public DataException of(Exception problem) {
    if (problem instanceof DataException found) {
      return found;
    }
    String place = declared;
    Throwable deepest = problem;
    @Nullable Throwable cause = problem;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (cause instanceof SparkThrowable named
          && named.getMessageParameters().containsKey("path")) {
        place = SourceFiles.name(new Path(URI.create(named.getMessageParameters().get("path"))));
      }
      deepest = cause;
      cause = cause.getCause();
    }
    return new DataException(
        place,
        "cannot be read, expected a whole Parquet file of the first one's schema ("
            + String.valueOf(deepest.getMessage()).lines().findFirst().orElse("")
            + ")",
        problem);
  }
}
