package io.github.steelyard.datasets.idx;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetFormatContract;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.prepare.DatasetPreparer;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class IdxFormatIT extends DatasetFormatContract {
  private static final List<String> CLASSES = IntStream.range(0, 10).mapToObj(i -> "" + i).toList();

  @Override
  protected DatasetFormat format() {
    return new IdxFormat();
  }

  private static byte[] idx(int[] extents, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * extents.length + values.length);
    bytes.putInt(0x0800 | extents.length);
    for (int extent : extents) {
      bytes.putInt(extent);
    }
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.array();
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private DatasetSpec files(byte[] images, byte[] labels) throws IOException {
    return dataset(
        split(
            "test",
            "images",
            Files.write(folder.resolve("images"), images),
            "labels",
            Files.write(folder.resolve("labels"), labels)),
        CLASSES);
  }

  private static final byte[] IMAGES = idx(new int[] {3, 1, 2}, 0, 1, 2, 255, 4, 5);
  private static final byte[] LABELS = idx(new int[] {3}, 7, 0, 9);

  @Override
  protected DatasetSpec small() throws IOException {
    return files(IMAGES, LABELS);
  }

  @Override
  protected DatasetSpec missing() {
    return dataset(split("test", "images", "no-images", "labels", "no-labels"), CLASSES);
  }

  @Override
  protected String missingSentence() {
    return "no-images: is missing, expected a file, a folder or a glob of them";
  }

  @Test
  void imagesAndLabelsAreReadSideBySide() throws IOException {
    List<Row> rows = rows(small());
    assertThat(rows).extracting(row -> row.getString(3)).containsExactly("7", "0", "9");
    assertThat(rows.get(1).<byte[]>getAs(9)).containsExactly(2, 255);
    assertThat(rows.get(1).<Integer>getList(8)).containsExactly(1, 2, 1);
    assertThat(rows.get(1).getString(1)).isEqualTo(folder.resolve("images") + ", row 2");
  }

  @Test
  void gzippedFilesAreKnownByTheirContentAndHoldTheSameExamples() throws IOException {
    List<Row> plain = rows(small());
    assertThat(rows(files(gzipped(IMAGES), gzipped(LABELS)))).isEqualTo(plain);
  }

  @Test
  void mistakesAreNamed() throws IOException {
    String images = folder.resolve("images").toString();
    String labels = folder.resolve("labels").toString();
    assertThat(problem(files(Arrays.copyOf(IMAGES, IMAGES.length - 1), LABELS)))
        .isEqualTo(images + ": is cut short, expected 3 items. Found: 2");
    assertThat(problem(files(Arrays.copyOf(IMAGES, 7), LABELS)))
        .isEqualTo(images + ": is cut short within its header, expected an IDX file of images");
    assertThat(problem(files(IMAGES, Arrays.copyOf(LABELS, LABELS.length - 2))))
        .isEqualTo(labels + ": is cut short, expected 3 items. Found: 1");
    assertThat(problem(files(Arrays.copyOf(IMAGES, IMAGES.length + 1), LABELS)))
        .isEqualTo(images + ": expected its end after 3 items. Found: more bytes");
    assertThat(problem(files(LABELS, LABELS)))
        .isEqualTo(
            images + ": expected an IDX file of images, beginning with 00000803. Found: 00000801");
    assertThat(problem(files(IMAGES, IMAGES)))
        .isEqualTo(
            labels + ": expected an IDX file of labels, beginning with 00000801. Found: 00000803");
    assertThat(problem(files(IMAGES, idx(new int[] {2}, 1, 2))))
        .isEqualTo(labels + ": expected as many labels as " + images + " has images: 3. Found: 2");
    assertThat(problem(files(idx(new int[] {1 << 20, 1 << 20, 1 << 20}), LABELS)))
        .isEqualTo(images + ": expected items of at most 64 MB. Found: [1048576, 1048576]");
    assertThat(problem(files(idx(new int[] {-1, 2, 2}), LABELS)))
        .isEqualTo(images + ": expected extents of 0 or more in its header. Found: -1");
    assertThat(problem(files(IMAGES, idx(new int[] {3}, 1, 200, 2))))
        .startsWith(images + ", row 2: label '200' is none of the 10 classes");
    byte[] packed = gzipped(IMAGES);
    assertThat(problem(files(Arrays.copyOf(packed, packed.length - 9), LABELS)))
        .startsWith(images + ": cannot be read to its end, expected a whole file (")
        .doesNotContain("\n");
    assertThat(problem(files(idx(new int[] {0, 2, 2}), idx(new int[] {0}))))
        .isEqualTo("Data set 'some', split 'test': holds no example, expected at least one");
  }

  @Test
  void mnistIsPreparedInItsOwnOrder() {
    Path images = shared("data/mnist/t10k-images-idx3-ubyte.gz");
    assumeTrue(Files.exists(images), "shared/data/mnist is not here");
    DatasetSpec mnist =
        dataset(
            split(
                "test", "images", images, "labels", shared("data/mnist/t10k-labels-idx1-ubyte.gz")),
            CLASSES);
    PreparedSplit prepared =
        new DatasetPreparer(new org.apache.hadoop.fs.Path(folder.toUri()))
            .prepare(spark(), mnist, mnist.splits().get(0), 0, false);
    assertThat(prepared.examples()).isEqualTo(10_000);
    assertThat(prepared.parts()).isEqualTo(2);
    // The published counts of the test images.
    assertThat(prepared.classCounts())
        .containsExactly(980L, 1135L, 1032L, 1010L, 982L, 892L, 958L, 1028L, 974L, 1009L);
  }
}
