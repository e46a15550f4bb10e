package io.github.steelyard.datasets;

import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.data.LabelMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Suites' data sets, in a line each. */
public final class Splits {
  private Splits() {}

  /** Keys and values in turn; a value with a bar is several. */
  public static SplitSpec split(String name, Object... keysAndValues) {
    Map<String, List<String>> values = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(
          keysAndValues[i].toString(), Arrays.asList(keysAndValues[i + 1].toString().split("\\|")));
    }
    return new SplitSpec(name, new Options(values));
  }

  public static DatasetSpec dataset(String format, LabelMap labels, SplitSpec... splits) {
    return new DatasetSpec("some", format, labels, LabelValues.NAME, List.of(splits));
  }
}
