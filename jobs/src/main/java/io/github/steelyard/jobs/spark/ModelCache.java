package io.github.steelyard.jobs.spark;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.jobs.spark.staging.NodeFiles;
import io.github.steelyard.jobs.spark.staging.StagedModel;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The models that this process has loaded: each once, shared by all task threads, in the order of
 * their last use. Models that nobody uses leave when their weights together exceed the bound.
 */
public final class ModelCache {
  /** System property: bytes of weights that may stay loaded without being in use. */
  public static final String BOUND_PROPERTY = "steelyard.modelCacheBytes";

  private static final long DEFAULT_BOUND = 1L << 30;
  private static final ModelCache SHARED =
      new ModelCache(Long.getLong(BOUND_PROPERTY, DEFAULT_BOUND));

  private static final String PROCESS = UUID.randomUUID().toString();

  private final long boundBytes;
  private final AtomicLong loads = new AtomicLong();
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  ModelCache(long boundBytes) {
    this.boundBytes = boundBytes;
  }

  /** This process's cache. */
  public static ModelCache shared() {
    return SHARED;
  }

  /** An engine for the calling thread; closing it gives the model back. */
  public SharedEngine engine(StagedModel model, Configuration configuration) {
    Placement placement = TaskGpu.here(model.placement());
    Entry entry = enter(model, placement);
    boolean leased = false;
    try {
      SharedEngine engine =
          new SharedEngine(entry, entry.loaded(model, placement, configuration).newEngine());
      leased = true;
      return engine;
    } finally {
      // Whatever was thrown, an Error of native code too: a model nobody holds must be able to go.
      if (!leased) {
        leave(entry);
      }
    }
  }

  private synchronized Entry enter(StagedModel model, Placement placement) {
    String key =
        String.join(
            ":",
            model.engine(),
            placement.toString(),
            model.ref().sha256(),
            model.ref().options().toString(),
            model.address());
    Entry entry = entries.computeIfAbsent(key, unused -> new Entry());
    entry.users++;
    return entry;
  }

  private synchronized void leave(Entry left) {
    left.users--;
    long bytes = entries.values().stream().mapToLong(entry -> entry.weightBytes).sum();
    Iterator<Entry> oldestFirst = entries.values().iterator();
    while (bytes > boundBytes && oldestFirst.hasNext()) {
      Entry entry = oldestFirst.next();
      if (entry.users == 0) {
        bytes -= entry.weightBytes;
        entry.unload();
        oldestFirst.remove();
      }
    }
  }

  /** Number of models that are loaded. */
  synchronized long size() {
    return entries.values().stream().filter(entry -> entry.model != null).count();
  }

  /** How many times this process has loaded a model, the same one again included. */
  long loads() {
    return loads.get();
  }

  /** One model; its own lock lets different models load at the same time. */
  private final class Entry {
    private int users;
    private volatile long weightBytes;
    private volatile @Nullable LoadedModel model;
    private volatile @Nullable EngineDescription description;
    private volatile long load;

    synchronized LoadedModel loaded(
        StagedModel staged, Placement placement, Configuration configuration) {
      LoadedModel present = model;
      if (present == null) {
        present = open(staged, placement, configuration);
        weightBytes = present.sharedBytes();
        load = loads.incrementAndGet();
        model = present;
      }
      return present;
    }

    private LoadedModel open(StagedModel staged, Placement placement, Configuration configuration) {
      EngineProvider provider = Engines.named(staged.engine());
      provider.support().require(staged.ref(), placement);
      description = provider.description(placement);
      try (NodeFiles.Lease lease = NodeFiles.lease(staged, configuration)) {
        return provider.open(staged.ref().at(lease.file()), placement);
      } catch (IOException e) {
        throw new ModelException(
            staged.ref().name(),
            "cannot be read from " + staged.location() + " (" + Sentences.reason(e) + ")",
            e);
      }
    }

    void unload() {
      LoadedModel present = model;
      if (present != null) {
        present.close();
        model = null;
      }
    }
  }

  /** An engine of one thread on weights that the whole process shares. */
  public final class SharedEngine implements InferenceEngine {
    private final Entry entry;
    private final InferenceEngine engine;

    private SharedEngine(Entry entry, InferenceEngine engine) {
      this.entry = entry;
      this.engine = engine;
    }

    /** What runs it here, as its provider said when the model was loaded. */
    public EngineDescription description() {
      return Objects.requireNonNull(entry.description);
    }

    /** The weights that it runs on. */
    public ModelCopy copy() {
      return new ModelCopy(PROCESS, entry.load);
    }

    @Override
    public Predictions predict(Batch batch) {
      return engine.predict(batch);
    }

    @Override
    public void close() {
      try {
        engine.close();
      } finally {
        leave(entry);
      }
    }
  }
}
