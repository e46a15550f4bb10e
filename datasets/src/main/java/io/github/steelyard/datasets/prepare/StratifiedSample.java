package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.example.ChunkBuilder;
import io.github.steelyard.datasets.example.ExampleChunk;
import io.github.steelyard.datasets.example.ExampleHead;
import io.github.steelyard.engine.label.Labelling;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * A sample that keeps the shares of the classes where each example is of one: of each class the
 * examples whose keys hash lowest, so that the same data give the same sample, and a larger sample
 * contains most of a smaller one. Without such classes, all examples are drawn from as one.
 */
final class StratifiedSample {
  private static final String STRATUM = "stratum";
  private static final String DRAW = "draw";
  private static final String KEY = "key";

  private static final StructType SCHEMA =
      new StructType()
          .add(STRATUM, DataTypes.IntegerType, false)
          .add(DRAW, DataTypes.LongType, false)
          .add(KEY, DataTypes.StringType, false);

  private StratifiedSample() {}

  /**
   * Draws it.
   *
   * @param classOf tells an example's class by its label, or is null where there is not just one
   */
  static JavaRDD<byte[][]> of(
      SparkSession spark,
      JavaRDD<byte[][]> chunks,
      SplitFacts facts,
      @Nullable Labelling classOf,
      long limit) {
    long[] quotas = classOf == null ? new long[] {limit} : quotas(facts.classCounts(), limit);
    FlatMapFunction<byte[][], Row> drawAll =
        arrays -> {
          ExampleChunk chunk = ExampleChunk.of(arrays);
          return IntStream.range(0, chunk.size()).mapToObj(i -> draw(chunk, i, classOf)).iterator();
        };
    Map<Integer, Tuple2<Long, String>> last =
        last(spark.createDataFrame(chunks.flatMap(drawAll), SCHEMA), quotas);
    FlatMapFunction<byte[][], byte[][]> sample =
        arrays -> sample(ExampleChunk.of(arrays), classOf, last).iterator();
    return chunks.flatMap(sample);
  }

  private static Row draw(ExampleChunk chunk, int example, @Nullable Labelling classOf) {
    ExampleHead head = chunk.head(example);
    return RowFactory.create(
        classOf == null ? 0 : classOf.classesOf(head.label())[0],
        KeyHash.draw(head.key()),
        ShardBoundaries.sortKey(chunk.key(example)));
  }

  /** What a chunk adds to the sample: one of its own, or none. */
  private static List<byte[][]> sample(
      ExampleChunk chunk, @Nullable Labelling classOf, Map<Integer, Tuple2<Long, String>> last) {
    int[] drawn =
        IntStream.range(0, chunk.size()).filter(i -> isIn(draw(chunk, i, classOf), last)).toArray();
    if (drawn.length == 0) {
      return List.of();
    }
    ChunkBuilder sample = new ChunkBuilder(drawn.length * chunk.inputBytes());
    for (int example : drawn) {
      sample.add(chunk, example);
    }
    return List.<byte[][]>of(sample.build());
  }

  /** Of each class the draw and the key of the last example that belongs to the sample. */
  private static Map<Integer, Tuple2<Long, String>> last(Dataset<Row> draws, long[] quotas) {
    WindowSpec byDraw = Window.partitionBy(STRATUM).orderBy(DRAW, KEY);
    FilterFunction<Row> isLast = row -> row.getInt(3) == quotas[row.getInt(0)];
    Map<Integer, Tuple2<Long, String>> last = new HashMap<>();
    draws
        .withColumn("rank", functions.row_number().over(byDraw))
        // Known before the shuffle, so that no partition sends more of a class than this.
        .filter(functions.col("rank").leq(LongStream.of(quotas).max().orElse(0)))
        .filter(isLast)
        .collectAsList()
        .forEach(row -> last.put(row.getInt(0), new Tuple2<>(row.getLong(1), row.getString(2))));
    return last;
  }

  private static boolean isIn(Row draw, Map<Integer, Tuple2<Long, String>> last) {
    Tuple2<Long, String> of = last.get(draw.getInt(0));
    if (of == null) {
      return false;
    }
    int byDraw = Long.compare(draw.getLong(1), of._1());
    return byDraw < 0 || (byDraw == 0 && draw.getString(2).compareTo(of._2()) <= 0);
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
