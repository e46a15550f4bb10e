package io.github.steelyard.datasets.prepare;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.datasets.SparkTest;
import io.github.steelyard.datasets.format.*;
import io.github.steelyard.engine.data.LabelMap;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

class MnistIT extends SparkTest {
  @TempDir Path out;

  @Test
  void mnist() {
    Path images = shared("data/mnist/train-images-idx3-ubyte.gz");
    assumeTrue(Files.exists(images), "shared/data/mnist is not here");
    SplitSpec split =
        new SplitSpec(
            "train",
            new Options(
                Map.of(
                    "images",
                    List.of(images.toString()),
                    "labels",
                    List.of(shared("data/mnist/train-labels-idx1-ubyte.gz").toString()))));
    DatasetSpec spec =
        new DatasetSpec("mnist", "idx", LabelMap.numbered(10), LabelValues.INDEX, List.of(split));
    DatasetPreparer p = new DatasetPreparer(new org.apache.hadoop.fs.Path(out.toUri()));
    for (int i = 0; i < 4; i++) {
      long t = System.nanoTime();
      PreparedSplit s = p.prepare(spark(), spec, split, i == 3 ? 1000 : 0, i == 1);
      System.out.println("TIME " + (System.nanoTime() - t) / 1e9 + " " + s);
    }
  }
}
