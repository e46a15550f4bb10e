package io.github.steelyard.datasets.prepare;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.datasets.Splits;
import io.github.steelyard.datasets.batch.InMemoryTrainingSet;
import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.problem.BadInputException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** Parts of a data set: a stratified sample, a training set that grows. */
class PreparedSamplesIT extends PreparedCsv {
  @Test
  void aSampleKeepsTheSharesOfTheClassesAndIsAlwaysTheSame() throws IOException {
    List<String> rows = rows(3000);
    write(folder.resolve("all.csv"), rows);
    DatasetSpec all = csv(folder.resolve("all.csv"));
    PreparedSplit sample = preparer().prepare(spark(), all, all.splits().get(0), 100, false);
    assertThat(sample.classCounts()).containsExactly(60L, 30L, 10L);

    Collections.shuffle(rows, new Random(4));
    write(folder.resolve("shuffled.csv"), rows);
    DatasetSpec shuffled = csv(folder.resolve("shuffled.csv"));
    assertThat(preparer().prepare(spark(), shuffled, shuffled.splits().get(0), 100, false))
        .isEqualTo(sample);
    assertThat(preparer().prepare(spark(), all, all.splits().get(0), 3000, false))
        .isEqualTo(preparer().prepare(spark(), all, all.splits().get(0), 0, false));
    assertThat(sample.examples()).isEqualTo(100);
  }

  @Test
  void aTrainingSetIsARandomSampleThatGrowsByAdding() {
    SplitSpec split = split("train", "examples", "60", "seed", "5", "size", "8");
    PreparedSplit prepared = prepare(Splits.dataset("synthetic", null, split));
    List<String> all = contents(trainingSet(prepared, 0));
    assertThat(all).isEqualTo(contents(trainingSet(prepared, 60)));
    Shard shard = shards(prepared).get(0);
    for (int row = 0; row < 60; row++) {
      assertThat(all.get(row))
          .isEqualTo(content(shard.input(row), shard.examples().ints("label")[row]));
    }
    List<String> ten = contents(trainingSet(prepared, 10));
    assertThat(ten).hasSize(10).isSubsetOf(all).isNotEqualTo(all.subList(0, 10));
    assertThat(contents(trainingSet(prepared, 30))).hasSize(30).containsAll(ten);
    assertThatThrownBy(() -> trainingSet(prepared, 61))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Data set 'some', split 'train': expected 0 (all) to 60 training examples. Found: 61");
  }

  private static InMemoryTrainingSet trainingSet(PreparedSplit prepared, long examples) {
    return InMemoryTrainingSet.load(prepared, Preprocessing.none(), examples, new Configuration());
  }

  private static List<String> contents(InMemoryTrainingSet set) {
    List<String> contents = new ArrayList<>();
    for (int index = 0; index < set.size(); index++) {
      FloatBuffer target = FloatBuffer.allocate((int) set.exampleShape().elements());
      set.put(index, target);
      byte[] pixels = new byte[target.capacity()];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) target.get(i);
      }
      FloatBuffer ones = FloatBuffer.allocate(set.outputs());
      set.putTarget(index, ones);
      int label = 0;
      while (ones.get(label) == 0) {
        label++;
      }
      contents.add(content(pixels, label));
    }
    return contents;
  }

  private static String content(byte[] pixels, int label) {
    return label + ":" + HexFormat.of().formatHex(pixels);
  }
}
