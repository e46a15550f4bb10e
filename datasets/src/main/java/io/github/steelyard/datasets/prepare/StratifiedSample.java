package io.github.steelyard.datasets.prepare;

import io.github.steelyard.engine.label.Labelling;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * A sample that keeps the shares of the classes where each example is of one: of each class the
 * examples whose keys hash lowest, so that the same data give the same sample, and a larger sample
 * contains most of a smaller one. Without such classes, all examples are drawn from as one.
 */
final class StratifiedSample {
  private StratifiedSample() {}

  /**
   * Draws it.
   *
   * @param classOf tells an example's class by its label, or is null where there is not just one
   */
  static Dataset<Row> of(
      Dataset<Row> checked, SplitFacts facts, @Nullable Labelling classOf, long limit) {
    long[] quotas = classOf == null ? new long[] {limit} : quotas(facts.classCounts(), limit);
    long largest = 0;
    for (long quota : quotas) {
      largest = Math.max(largest, quota);
    }
    WindowSpec byHash =
        Window.partitionBy(
                classOf == null ? functions.lit(0) : functions.col(CheckedExamples.LABEL))
            .orderBy(
                // Another hash than the group's, or the sample would hold few groups.
                functions.xxhash64(functions.col(CheckedExamples.KEY), functions.lit("sample")),
                functions.col(CheckedExamples.KEY));
    int rank = CheckedExamples.SCHEMA.size();
    FilterFunction<Row> withinQuota = row -> row.getInt(rank) <= quotas[stratum(row, classOf)];
    return checked
        .withColumn("rank", functions.row_number().over(byHash))
        // Known before the shuffle, so that no partition sends more of a class than this.
        .filter(functions.col("rank").leq(largest))
        .filter(withinQuota)
        .drop("rank");
  }

  private static int stratum(Row row, @Nullable Labelling classOf) {
    return classOf == null
        ? 0
        : classOf.classesOf(row.<byte[]>getAs(CheckedExamples.LABEL_FIELD))[0];
  }

  /** Whole numbers that add up to the limit, by largest remainders; the lower class on ties. */
  static long[] quotas(List<Long> classCounts, long limit) {
    long total = classCounts.stream().mapToLong(Long::longValue).sum();
    long[] quotas = new long[classCounts.size()];
    long[] remainders = new long[classCounts.size()];
    long left = limit;
    List<Integer> order = new ArrayList<>();
    for (int index = 0; index < quotas.length; index++) {
      BigInteger[] share =
          BigInteger.valueOf(classCounts.get(index))
              .multiply(BigInteger.valueOf(limit))
              .divideAndRemainder(BigInteger.valueOf(total));
      quotas[index] = share[0].longValueExact();
      remainders[index] = share[1].longValueExact();
      left -= quotas[index];
      order.add(index);
    }
    order.sort(Comparator.comparingLong((Integer index) -> remainders[index]).reversed());
    for (int place = 0; place < left; place++) {
      quotas[order.get(place)]++;
    }
    return quotas;
  }
}
