package io.github.steelyard.jobs.contamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.datasets.duplicate.DuplicateMethod;
import io.github.steelyard.datasets.duplicate.DuplicateMethods;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.prepare.DatasetPreparer;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.reports.run.suspicion.ContaminationRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class DuplicateSearchIT extends SparkJobTest {
  /** Enough for several shards; rows of so few values that many are the same. */
  private PreparedSplit prepared(String name, int rows, long seed) throws IOException {
    return prepared(name, "x,y,z,kind\n", rows, seed);
  }

  private PreparedSplit prepared(String name, String header, int rows, long seed)
      throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(header);
    int columns = header.split(",").length - 1;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        text.append(1 + random.nextInt(30)).append(',');
      }
      text.append(row % 2 == 0 ? "0\n" : "1\n");
    }
    String path = Files.writeString(folder.resolve(name + ".csv"), text.toString()).toString();
    Map<String, List<String>> options = Map.of("path", List.of(path), "label", List.of("kind"));
    return prepared("csv", name, options, LabelMap.numbered(2), 0);
  }

  private PreparedSplit mnist(String name, String files, int limit) {
    String path = shared().resolve("mnist").resolve(files).toAbsolutePath().toString();
    Map<String, List<String>> options =
        Map.of(
            "images", List.of(path + "-images-idx3-ubyte.gz"),
            "labels", List.of(path + "-labels-idx1-ubyte.gz"));
    return prepared("idx", name, options, LabelMap.numbered(10), limit);
  }

  private PreparedSplit prepared(
      String format, String name, Map<String, List<String>> options, LabelMap labels, int limit) {
    SplitSpec split = new SplitSpec(name, new Options(options));
    DatasetSpec dataset =
        new DatasetSpec("some", format, labels, LabelValues.INDEX, List.of(split));
    return new DatasetPreparer(new Path(folder.resolve("data").toString()))
        .prepare(spark(), dataset, split, limit, false);
  }

  @Test
  void handwrittenDigitsOfOneClassAreNoDuplicates() {
    assumeTrue(sharedIsThere(), "the data that stand beside a checkout");
    CheckedSplit checked =
        new CheckedSplit(mnist("test", "t10k", 1_000), mnist("train", "train", 5_000));
    DuplicateMethod near = DuplicateMethods.near(checked.split().type(), checked.split().shape());

    assertThat(search(checked, DuplicateMethods.exact()).run(jsc(), 4).firstTrain()).isEmpty();
    assertThat(near.name()).isEqualTo("difference-hash-1");
    assertThat(search(checked, near).run(jsc(), 4).firstTrain()).hasSizeLessThan(5);
    CheckedSplit itself = new CheckedSplit(checked.split(), checked.split());
    assertThat(search(itself, near).run(jsc(), 4).firstTrain()).hasSize(1_000);
  }

  @Test
  void splitsWhoseInputsDifferInShapeAreNotComparedAndTheOthersAre() throws Exception {
    PreparedSplit train = prepared("train", 20, 1);
    PreparedSplit wide = prepared("wide", "x,y,z,w,kind\n", 20, 2);

    Contamination found =
        new ContaminationStage(jsc(), false)
            .run(List.of(new CheckedSplit(wide, train), new CheckedSplit(train, train)));

    assertThat(found.failures())
        .extracting(FailureRow::split, FailureRow::message)
        .containsExactly(
            tuple(
                "wide",
                "some/wide: expected inputs of FLOAT32 [3], as train has them, to look for"
                    + " duplicates. Found: FLOAT32 [4]"));
    assertThat(found.rows()).extracting(ContaminationRow::duplicates).containsExactly(20L);
  }

  @Test
  void noMorePairsThanTenThousandAreKeptAndAllAreCounted() throws Exception {
    PreparedSplit train = prepared("train", 10_001, 1);
    Contamination found =
        new ContaminationStage(jsc(), false).run(List.of(new CheckedSplit(train, train)));

    assertThat(found.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.duplicates()).isEqualTo(10_001);
              assertThat(row.share()).isEqualTo(1);
            });
    assertThat(found.pairs()).hasSize(Contamination.MOST_PAIRS);
    assertThat(found.pairs().get(9_999).ordinal()).isEqualTo(9_999);
  }

  private DuplicateSearch search(CheckedSplit checked, DuplicateMethod method) {
    return DuplicateSearch.ofInputs(checked, method, jsc().hadoopConfiguration());
  }

  @Test
  void theAnswerDoesNotDependOnPartitions() throws Exception {
    CheckedSplit checked =
        new CheckedSplit(prepared("test", 3_000, 1), prepared("train", 20_000, 2));
    for (DuplicateMethod method :
        List.of(
            DuplicateMethods.exact(),
            DuplicateMethods.near(checked.split().type(), checked.split().shape()))) {
      Matches one = search(checked, method).run(jsc(), 1);
      Matches many = search(checked, method).run(jsc(), 7);

      // 20,000 draws leave a cube of 27,000 unseen with probability exp(-20 / 27).
      assertThat(one.firstTrain().size()).isBetween(1_400, 1_750);
      assertThat(many.firstTrain()).isEqualTo(one.firstTrain());
      assertThat(many.skipped()).isEqualTo(one.skipped());
    }
  }
}
