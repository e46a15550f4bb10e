package io.github.steelyard.jobs.evaluate.predict;

import io.github.steelyard.datasets.batch.InputPreprocessors;
import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.batch.ShardReader;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.shift.InputSpread;
import io.github.steelyard.datasets.shift.InputTransform;
import io.github.steelyard.datasets.shift.ShiftLevel;
import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one part of a split: it is read and, where so asked, shifted once, each distinct
 * preprocessing is computed once for a batch, and every model of the group runs on it. Runs in the
 * executors.
 */
final class PredictTask implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * One task.
   *
   * @param units indexes of the units, all on the same split under the same shift
   */
  record Work(int part, List<Integer> units) implements Serializable {}

  /** What one batch of inputs depends on. */
  private record Feed(Preprocessing preprocessing, int batchSize) {}

  private final ArrayList<Unit> units;
  private final Broadcast<SerializableConfiguration> configuration;
  private final HashMap<String, InputSpread> spreads;
  private final LongAccumulator partsDone;
  private final LongAccumulator examplesDone;

  /**
   * @param spreads of the splits under shifts that need to know it, by the split's folder
   */
  PredictTask(
      List<Unit> units,
      Map<String, InputSpread> spreads,
      Broadcast<SerializableConfiguration> configuration,
      LongAccumulator partsDone,
      LongAccumulator examplesDone) {
    this.units = new ArrayList<>(units);
    this.spreads = new HashMap<>(spreads);
    this.configuration = configuration;
    this.partsDone = partsDone;
    this.examplesDone = examplesDone;
  }

  private Configuration configuration() {
    return configuration.value().value();
  }

  /** Computes and publishes what it can; a model that fails leaves the others going. */
  List<String> run(Work work) {
    Map<Feed, List<UnitPart>> feeds = new LinkedHashMap<>();
    List<UnitPart> parts = new ArrayList<>();
    try {
      for (int index : work.units()) {
        Unit unit = units.get(index);
        UnitPart part = new UnitPart(index, unit, work.part(), configuration());
        parts.add(part);
        part.guard(part::open);
        feeds
            .computeIfAbsent(
                new Feed(unit.planned().preprocessing(), unit.model().batchSize()),
                unused -> new ArrayList<>())
            .add(part);
      }
      passOrFail(work, feeds, parts);
      for (UnitPart part : parts) {
        part.guard(part::publish);
        partsDone.add(1);
      }
      return parts.stream().map(part -> part.outcome().json()).toList();
    } finally {
      parts.forEach(UnitPart::close);
    }
  }

  /** What is wrong with the data fails every model's part, and is nobody's crash. */
  private void passOrFail(Work work, Map<Feed, List<UnitPart>> feeds, List<UnitPart> parts) {
    try {
      pass(work, feeds);
    } catch (DataException e) {
      for (UnitPart part : parts) {
        part.guard(
            () -> {
              throw e;
            });
      }
    }
  }

  private void pass(Work work, Map<Feed, List<UnitPart>> feeds) {
    Unit any = units.get(work.units().get(0));
    try (BufferAllocator allocator = new RootAllocator();
        ShardReader shards =
            new ShardReader(any.split(), work.part(), configuration(), allocator)) {
      ShiftLevel shift = any.shift();
      InputTransform transform =
          shift == null ? null : shift.transform(any.split(), spread(any, shift));
      while (shards.hasNext()) {
        try (Shard read = shards.next()) {
          if (shift == null || transform == null) {
            run(read, feeds, allocator);
          } else {
            try (Shard shifted = shift.apply(transform, read, allocator)) {
              run(shifted, feeds, allocator);
            }
          }
        }
      }
    }
  }

  private @Nullable InputSpread spread(Unit unit, ShiftLevel shift) {
    InputSpread spread = spreads.get(unit.split().folder());
    if (spread == null && shift.needsSpread()) {
      throw new DataException(
          unit.split().dataset() + "/" + unit.split().split(),
          "expected inputs that can all be read, to see how their columns are spread");
    }
    return spread;
  }

  private void run(Shard shard, Map<Feed, List<UnitPart>> feeds, BufferAllocator allocator) {
    feeds.forEach((feed, parts) -> feed(shard, feed, parts, allocator));
    feeds.values().forEach(parts -> parts.forEach(part -> part.guard(part::append)));
  }

  private void feed(Shard shard, Feed feed, List<UnitPart> parts, BufferAllocator allocator) {
    parts.forEach(part -> part.guard(() -> part.begin(shard)));
    PreparedSplit split = parts.get(0).unit().split();
    InputPreprocessors preprocessor =
        InputPreprocessors.compile(feed.preprocessing(), split.type(), split.shape());
    for (int first = 0; first < shard.rows(); first += feed.batchSize()) {
      int rows = Math.min(feed.batchSize(), shard.rows() - first);
      int from = first;
      try (Batch batch = preprocessor.batch(shard, from, rows, allocator)) {
        for (UnitPart part : parts) {
          part.guard(() -> part.predict(batch, shard, from));
          examplesDone.add(rows);
        }
      }
    }
  }
}
