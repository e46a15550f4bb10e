package io.github.steelyard.datasets.synthetic;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.RawExamples;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Digits that look drawn by hand, {@code [size, size, 1]} of unsigned bytes, as many as are asked
 * for. Example {@code <seed>-<index>} is the same whatever else is drawn, in any partitioning.
 * Slices: {@code thickness} and {@code slant}.
 */
@AutoService(DatasetFormat.class)
public final class SyntheticFormat implements DatasetFormat {
  private static final long EXAMPLES_PER_TASK = 2048;
  private static final int MOST_TASKS = 10_000;

  static {
    // Drawing into memory needs no screen, and must not look for one.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  @Override
  public String name() {
    return "synthetic";
  }

  @Override
  public LabelValues usualLabelValues() {
    return LabelValues.INDEX;
  }

  @Override
  public boolean oneClassEach() {
    return true;
  }

  @Override
  public List<OptionSpec> options() {
    return DigitOptions.specs();
  }

  @Override
  public JavaRDD<Row> read(SparkSession spark, DatasetSpec dataset, SplitSpec split) {
    DigitOptions options = DigitOptions.of(split.options());
    int tasks = (int) Math.min(MOST_TASKS, options.examples() / EXAMPLES_PER_TASK + 1);
    return spark
        .range(0, options.examples(), 1, tasks)
        .javaRDD()
        .map(index -> example(options, index));
  }

  private static Row example(DigitOptions options, long index) {
    DrawnDigit drawn = DrawnDigit.draw(options, index);
    String id = options.seed() + "-" + index;
    return RawExamples.row(
        id,
        "synthetic digit " + id,
        null,
        Integer.toString(drawn.digit()),
        1,
        null,
        Map.of("thickness", drawn.thickness(), "slant", drawn.slant()),
        TensorType.UINT8,
        List.of(options.size(), options.size(), 1),
        drawn.pixels());
  }

  @Override
  public Optional<LabelMap> labels(SparkSession spark, DatasetSpec dataset) {
    int classes =
        dataset.splits().stream()
            .mapToInt(split -> DigitOptions.of(split.options()).classes())
            .max()
            .orElse(DigitStrokes.DIGITS);
    return Optional.of(LabelMap.numbered(classes));
  }

  @Override
  public Optional<String> sourceState(SparkSession spark, SplitSpec split) {
    // The options say it all, and they are part of what the state is kept under.
    return Optional.of("digits " + DrawnDigit.VERSION);
  }
}
