package io.github.steelyard.datasets.slice;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.problem.DataException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.sql.SparkSession;

/**
 * A suite's slices on all of its splits. A definition holds for the splits that have all columns it
 * mentions. Where none has, it is a mistake on each of them: it may only be misspelt.
 */
public final class DefinedSlices implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, SplitSlices> byFolder = new HashMap<>();

  private DefinedSlices() {}

  /**
   * Resolves the definitions before anything is predicted.
   *
   * @param complete whether these are all splits; else a definition may be for one of the others
   * @param problems is told what does not fit a split, whose other slices go on
   */
  public static DefinedSlices of(
      SparkSession spark,
      List<PreparedSplit> splits,
      List<SliceDefinition> definitions,
      boolean complete,
      BiConsumer<PreparedSplit, DataException> problems) {
    DefinedSlices defined = new DefinedSlices();
    List<PreparedSplit> different = new ArrayList<>();
    for (PreparedSplit split : splits) {
      // Two data sets of the same contents lie in one folder.
      if (defined.byFolder.putIfAbsent(split.folder(), SplitSlices.none(split)) == null) {
        different.add(split);
      }
    }
    for (SliceDefinition definition : definitions) {
      List<PreparedSplit> fitting = new ArrayList<>(different);
      fitting.removeIf(split -> !defined.of(split).has(definition));
      for (PreparedSplit split : fitting.isEmpty() && complete ? different : fitting) {
        try {
          defined.of(split).add(spark, definition);
        } catch (DataException e) {
          problems.accept(split, e);
        }
      }
    }
    return defined;
  }

  /**
   * Adds a column to a split, for all who read its slices from now on.
   *
   * @throws DataException when another slice of the split has its name
   */
  public void add(PreparedSplit split, OrdinalSlice slice) {
    byFolder.computeIfAbsent(split.folder(), unused -> SplitSlices.none(split)).add(slice);
  }

  /** Those of one split; none where it was not among the splits that were resolved. */
  public SplitSlices of(PreparedSplit split) {
    return byFolder.getOrDefault(split.folder(), SplitSlices.none(split));
  }
}
