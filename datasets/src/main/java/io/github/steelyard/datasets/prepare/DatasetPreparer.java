package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.column.ColumnRoles;
import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetFormats;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads, checks and decodes a split once, and cuts it into canonical shards: the same examples give
 * the same files under the same fingerprint, whatever their files, their order or Spark's
 * partitions. Beside the data themselves, which Spark sorts and executors write, the driver sees
 * class counts, one key for each file and one digest for each shard.
 */
public final class DatasetPreparer {
  /** Raised whenever the same sources give other files; part of every fingerprint. */
  static final int VERSION = 2;

  private final Path dataFolder;

  /**
   * @param dataFolder {@code <out>/data}, of any Hadoop file system that all executors reach
   */
  public DatasetPreparer(Path dataFolder) {
    this.dataFolder = dataFolder;
  }

  /**
   * The split, prepared now or by an earlier run.
   *
   * @param limit how many examples at most, chosen by a hash of their ids; where each is of one
   *     class, the classes keep their shares (by largest remainders); 0 for all
   * @param verify reads the sources even where their paths, sizes and times are as they were
   * @throws BadInputException naming the file, row or key, and what was expected there
   */
  public PreparedSplit prepare(
      SparkSession spark, DatasetSpec dataset, SplitSpec split, long limit, boolean verify) {
    if (!(limit >= 0)) {
      throw new BadInputException("limit: expected 0 or more examples. Found: " + limit);
    }
    try {
      return prepareOrFind(spark, dataset, split, limit, verify);
    } catch (RuntimeException e) {
      throw SparkFailures.badInput(e).orElseThrow(() -> e);
    } catch (Exception e) {
      // Spark throws its checked exceptions without declaring them.
      throw SparkFailures.badInput(e)
          .orElseThrow(() -> new IllegalStateException("Cannot prepare " + dataset.name(), e));
    }
  }

  /**
   * The split as an earlier run prepared it, or empty where none did, or its sources have changed
   * since; reads no data.
   *
   * @throws BadInputException when the sources are missing
   */
  public Optional<PreparedSplit> find(
      SparkSession spark, DatasetSpec dataset, SplitSpec split, long limit) {
    DatasetFormat format = DatasetFormats.named(dataset.format());
    LabelMap labels = labels(spark, dataset, format);
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    return index(spark, format, dataset, split, labels, limit)
        .flatMap(note -> known(note, dataset, configuration));
  }

  /**
   * The examples that an earlier run prepared, whatever became of their sources and inputs; empty
   * where they are not there.
   *
   * @param dataset its name
   */
  public Optional<PreparedSplit> examples(
      String dataset, String fingerprint, Configuration configuration) {
    return PreparedFolder.read(folder(fingerprint), dataset, configuration, false);
  }

  private Optional<SourceIndex> index(
      SparkSession spark,
      DatasetFormat format,
      DatasetSpec dataset,
      SplitSpec split,
      LabelMap labels,
      long limit) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    return format
        .sourceState(spark, split)
        .map(
            state ->
                new SourceIndex(dataFolder, configuration, dataset, split, labels, limit, state));
  }

  private Optional<PreparedSplit> known(
      SourceIndex index, DatasetSpec dataset, Configuration configuration) {
    return index
        .fingerprint()
        .flatMap(print -> PreparedFolder.read(folder(print), dataset.name(), configuration));
  }

  private PreparedSplit prepareOrFind(
      SparkSession spark, DatasetSpec dataset, SplitSpec split, long limit, boolean verify)
      throws Exception {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    DatasetFormat format = DatasetFormats.named(dataset.format());
    LabelMap labels = labels(spark, dataset, format);
    // Taken before anything is read, so that a file that changes meanwhile is read again next time.
    Optional<SourceIndex> index = index(spark, format, dataset, split, labels, limit);
    Optional<PreparedSplit> known =
        index.filter(unused -> !verify).flatMap(note -> known(note, dataset, configuration));
    if (known.isPresent()) {
      return known.get();
    }
    // Classes that are said by their index are called so in the source.
    Labelling labelling =
        Tasks.named(dataset.task())
            .labelling(
                dataset.labelValues() == LabelValues.INDEX
                    ? LabelMap.numbered(labels.classes())
                    : labels);
    JavaRDD<byte[][]> checked = ExampleChecker.check(format.read(spark, dataset, split), labelling);
    PreparedSplit prepared = cut(spark, checked, dataset, split, labels, labelling, limit);
    index.ifPresent(note -> note.remember(prepared.fingerprint()));
    return prepared;
  }

  private static LabelMap labels(SparkSession spark, DatasetSpec dataset, DatasetFormat format) {
    if (!Tasks.named(dataset.task()).hasClasses()) {
      return LabelMap.NONE;
    }
    return dataset
        .labels()
        .or(() -> format.labels(spark, dataset))
        .orElseThrow(
            () ->
                new DataException(
                    source(dataset),
                    "expected a label map, since files of format '"
                        + format.name()
                        + "' do not tell the classes"));
  }

  private static String source(DatasetSpec dataset) {
    return "Data set '" + dataset.name() + "'";
  }

  private Path folder(String fingerprint) {
    return new Path(dataFolder, fingerprint);
  }

  private PreparedSplit cut(
      SparkSession spark,
      JavaRDD<byte[][]> checked,
      DatasetSpec dataset,
      SplitSpec split,
      LabelMap labels,
      Labelling labelling,
      long limit)
      throws IOException {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    String source = source(dataset) + ", split '" + split.name() + "'";
    // Several passes follow; decoding happens in the first alone.
    checked.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      SplitFacts facts = SplitFacts.of(checked, source, labelling);
      if (limit == 0 || limit >= facts.examples()) {
        return write(checked, facts, dataset, split, labels, labelling, configuration);
      }
      boolean stratified = Tasks.named(dataset.task()).oneClassEach();
      JavaRDD<byte[][]> sample =
          StratifiedSample.of(spark, checked, facts, stratified ? labelling : null, limit);
      SplitFacts sampleFacts = SplitFacts.of(sample, source, labelling);
      return write(sample, sampleFacts, dataset, split, labels, labelling, configuration);
    } finally {
      checked.unpersist();
    }
  }

  private PreparedSplit write(
      JavaRDD<byte[][]> checked,
      SplitFacts facts,
      DatasetSpec dataset,
      SplitSpec split,
      LabelMap labels,
      Labelling labelling,
      Configuration configuration)
      throws IOException {
    boolean texts = split.options().text(ColumnRoles.TEXT).isPresent();
    int examplesPerShard = ShardRule.examplesPerShard(facts.inputBytes());
    int shardsPerFile = ShardRule.shardsPerFile(facts.examples(), examplesPerShard);
    Path staged = new Path(dataFolder, ".preparing-" + UUID.randomUUID());
    Broadcast<SerializableConfiguration> shipped =
        JavaSparkContext.fromSparkContext(checked.context())
            .broadcast(new SerializableConfiguration(configuration));
    try {
      JavaRDD<ShardPiece> pieces =
          pieces(checked, facts.examples(), examplesPerShard, shardsPerFile);
      List<Row> shards =
          pieces
              .mapPartitions(
                  new ShardWriter(
                      staged,
                      shipped,
                      Tasks.named(dataset.task()),
                      labelling,
                      facts.slices(),
                      facts.type(),
                      texts,
                      examplesPerShard,
                      shardsPerFile))
              .collect();
      String fingerprint = fingerprint(shards, facts, split, labels);
      PreparedSplit prepared =
          new PreparedSplit(
              dataset.name(),
              split.name(),
              fingerprint,
              folder(fingerprint).toString(),
              facts.examples(),
              examplesPerShard,
              shardsPerFile,
              facts.type(),
              facts.shape(),
              dataset.task(),
              labels,
              facts.slices(),
              facts.classCounts(),
              texts);
      PreparedFolder.describe(staged, prepared, configuration);
      PreparedFolder.publish(staged, prepared, configuration);
      return prepared;
    } finally {
      shipped.destroy();
      staged.getFileSystem(configuration).delete(staged, true);
    }
  }

  private static JavaRDD<ShardPiece> pieces(
      JavaRDD<byte[][]> checked, long examples, int examplesPerShard, int shardsPerFile) {
    long shards = (examples + examplesPerShard - 1) / examplesPerShard;
    return GatheredShards.fit(checked, shards)
        ? GatheredShards.of(
            checked, ShardBoundaries.merged(checked, examples, examplesPerShard), shardsPerFile)
        : ShuffledShards.of(
            checked, ShardBoundaries.of(checked, examples, examplesPerShard), shardsPerFile);
  }

  private static String fingerprint(
      List<Row> shards, SplitFacts facts, SplitSpec split, LabelMap labels) {
    CanonicalDigest digest =
        new CanonicalDigest()
            .add(VERSION)
            .add(split.name())
            .add(labels.names())
            .add(facts.type().name())
            .add(facts.shape().toString())
            .add(facts.slices());
    long examples = 0;
    for (Row shard : shards.stream().sorted(Comparator.comparing(row -> row.getLong(0))).toList()) {
      digest.add(shard.<byte[]>getAs(2));
      examples += shard.getInt(1);
    }
    if (examples != facts.examples()) {
      throw new UncheckedIOException(
          new IOException(
              "Cannot go on: "
                  + facts.examples()
                  + " examples were read, "
                  + examples
                  + " written"));
    }
    return HexFormat.of().formatHex(digest.finish());
  }
}
