package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.jobs.suite.FamilyFile;
import io.github.steelyard.jobs.train.TrainJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.SparkSession;

/** Flowers of four measures and two kinds, and models of them that train in a moment. */
public final class TinyModel {
  public static final String HEADER = "id,w,x,y,z,kind\n";

  private static final long SEED = 7;

  private TinyModel() {}

  /** A table of so many flowers. */
  public static String flowers(int rows) {
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder(HEADER);
    for (int row = 0; row < rows; row++) {
      text.append("f").append(row);
      for (int feature = 0; feature < 4; feature++) {
        text.append(String.format(Locale.ROOT, ",%.3f", random.nextGaussian() + row % 2));
      }
      text.append(row % 2 == 0 ? ",a\n" : ",b\n");
    }
    return text.toString();
  }

  /** Trains one model on flowers, in that folder; the path of its file. */
  public static Path train(SparkSession spark, Path folder) throws IOException {
    return train(spark, folder, Files.writeString(folder.resolve("training.csv"), flowers(60)));
  }

  public static Path train(SparkSession spark, Path folder, Path csv) throws IOException {
    Path family =
        Files.writeString(
            Files.createDirectories(folder).resolve("family.yaml"),
            """
            name: tiny
            dataset:
              name: flowers
              format: csv
              id: id
              label: kind
              labels: [a, b]
              splits:
                train: {path: %s}
            axes: {epochs: 1, seeds: 1}
            models:
              - {architecture: mlp, width: 4, depth: 1}
            """
                .formatted(csv));
    StringWriter said = new StringWriter();
    TrainJob.Result result =
        new TrainJob(
                spark,
                FamilyFile.read(family, Map.of()),
                folder.resolve("models").toString(),
                "test",
                new PrintWriter(said))
            .run();
    if (result.failed() > 0) {
      throw new IllegalStateException(said.toString());
    }
    return in(folder.resolve("models"));
  }

  private static Path in(Path models) throws IOException {
    try (var files = Files.list(models)) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
  }

  /** The same model without its softmax: what it yields are logits. */
  public static byte[] withIdentityOutput(Path model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile zip = new ZipFile(model.toFile());
        ZipOutputStream copy = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : zip.stream().toList()) {
        copy.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] content = in.readAllBytes();
          copy.write(
              entry.getName().equals("configuration.json")
                  ? new String(content, StandardCharsets.UTF_8)
                      .replace("ActivationSoftmax", "ActivationIdentity")
                      .getBytes(StandardCharsets.UTF_8)
                  : content);
        }
        copy.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** An IDX file of images of 2 x 2 pixels. */
  public static byte[] idxImages(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(16 + 4 * count);
    bytes.putInt(0x803).putInt(count).putInt(2).putInt(2);
    while (bytes.hasRemaining()) {
      bytes.put((byte) bytes.position());
    }
    return bytes.array();
  }

  /** An IDX file of labels. */
  public static byte[] idxLabels(int... labels) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length);
    bytes.putInt(0x801).putInt(labels.length);
    for (int label : labels) {
      bytes.put((byte) label);
    }
    return bytes.array();
  }
}
