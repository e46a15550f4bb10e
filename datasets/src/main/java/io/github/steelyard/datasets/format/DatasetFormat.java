package io.github.steelyard.datasets.format;

import io.github.steelyard.engine.data.LabelMap;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Something that users have data in. Found by {@link java.util.ServiceLoader}; the contract test
 * that every format's test extends says what it must do.
 */
public interface DatasetFormat {
  /** The name a suite asks for: {@code csv}. */
  String name();

  /** All keys it understands. */
  List<OptionSpec> options();

  /** What its labels are, unless a suite says otherwise. */
  default LabelValues usualLabelValues() {
    return LabelValues.NAME;
  }

  /**
   * Whether what it reads is of one class each, by the nature of its files (a folder for each
   * class): then tasks with other labels have no use for it.
   */
  default boolean oneClassEach() {
    return false;
  }

  /**
   * The examples of one split as rows of {@link RawExamples#SCHEMA}, in any order and partitioning;
   * decoding happens in the executors.
   *
   * @throws io.github.steelyard.engine.problem.DataException now or when the rows are computed,
   *     naming the file, row or column
   */
  JavaRDD<Row> read(SparkSession spark, DatasetSpec dataset, SplitSpec split);

  /**
   * The classes, where the format itself knows them (folders of images): the same for all splits of
   * a data set. Asked only where the suite declares none.
   */
  default Optional<LabelMap> labels(SparkSession spark, DatasetSpec dataset) {
    return Optional.empty();
  }

  /**
   * A text that changes whenever what is behind a split may have changed: paths, sizes and times of
   * its files. While it stays, the split is not read again. Empty where nobody can tell, which
   * means that every run reads it.
   *
   * @throws io.github.steelyard.engine.problem.DataException when a file is missing
   */
  Optional<String> sourceState(SparkSession spark, SplitSpec split);
}
