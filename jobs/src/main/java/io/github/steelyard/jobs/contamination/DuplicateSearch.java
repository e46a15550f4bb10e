package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.duplicate.DuplicateMethod;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/**
 * Finds the examples of a split that are like training examples, in one Spark job: both splits are
 * read once, examples come together by the bands of their signatures, and pairs are looked at
 * within these buckets. The answer does not depend on partitions.
 */
final class DuplicateSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  /** One file of one of the splits. */
  private record Work(boolean train, int part) implements Serializable {}

  private final ArrayList<Work> work = new ArrayList<>();
  private final CheckedSplit checked;
  private final DuplicateMethod method;
  private final SignatureSource.Opener opener;
  private final SerializableConfiguration configuration;

  private DuplicateSearch(
      CheckedSplit checked,
      DuplicateMethod method,
      SignatureSource.Opener opener,
      Configuration configuration) {
    this.checked = checked;
    this.method = method;
    this.opener = opener;
    this.configuration = new SerializableConfiguration(configuration);
    add(true, checked.train().parts());
    add(false, checked.split().parts());
  }

  /** Among the decoded inputs. */
  static DuplicateSearch ofInputs(
      CheckedSplit checked, DuplicateMethod method, Configuration configuration) {
    return new DuplicateSearch(
        checked,
        method,
        (split, part, hadoop) -> new InputSignatures(split, part, method, hadoop),
        configuration);
  }

  /**
   * Among the texts beside them, of which both splits have sketches.
   *
   * @param method whose signatures the sketches are
   */
  static DuplicateSearch ofTexts(
      CheckedSplit checked, DuplicateMethod method, Configuration configuration) {
    return new DuplicateSearch(checked, method, TextSignatures::new, configuration);
  }

  /**
   * Looks through both splits.
   *
   * @param partitions of the buckets
   */
  Matches run(JavaSparkContext spark, int partitions) {
    JavaPairRDD<Long, byte[]> examples =
        spark
            .parallelize(IntStream.range(0, work.size()).boxed().toList(), work.size())
            .flatMapToPair(index -> read(work.get(index)));
    // Few examples share a band, so nothing is put together before the shuffle.
    JavaPairRDD<Long, Bucket> buckets =
        examples.combineByKey(
            Bucket::of, Bucket::add, Bucket::merge, new HashPartitioner(partitions), false, null);
    Matches all = new Matches();
    buckets.values().mapPartitions(this::match).collect().forEach(all::merge);
    return all;
  }

  private void add(boolean train, int parts) {
    for (int part = 0; part < parts; part++) {
      work.add(new Work(train, part));
    }
  }

  private Iterator<Tuple2<Long, byte[]>> read(Work work) {
    PreparedSplit split = work.train() ? checked.train() : checked.split();
    SignatureReader reader =
        new SignatureReader(
            opener.open(split, work.part(), configuration.value()), work.train(), method);
    TaskCompletionListener close = context -> reader.close();
    TaskContext.get().addTaskCompletionListener(close);
    return reader;
  }

  private Iterator<Matches> match(Iterator<Bucket> buckets) {
    Matches matches = new Matches();
    buckets.forEachRemaining(bucket -> bucket.match(method, matches));
    return List.of(matches).iterator();
  }
}
