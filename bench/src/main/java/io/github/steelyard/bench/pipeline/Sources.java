package io.github.steelyard.bench.pipeline;

import io.github.steelyard.bench.harness.Workplace;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Data sets in the formats that are measured, drawn by seed, as blocks of a suite file. */
final class Sources {
  private static final String ID = "id";
  private static final String FEATURES = "features";
  private static final String LABEL = "label";
  private static final long SEED = 20260104;
  private static final int CLASSES = 10;
  private static final int SIDE = 28;
  private static final int PIXELS = SIDE * SIDE;

  /** One pixel in so many is not white, as in drawn digits. */
  private static final int INK = 5;

  private Sources() {}

  private static String columns(String name, Path path) {
    return "  - {name: %s, format: parquet, path: \"%s\", id: %s, label: %s, features: %s, classes: %d, splits: {test: {}}}\n"
        .formatted(name, path, ID, LABEL, FEATURES, CLASSES);
  }

  /** Parquet with arrays of floats. */
  static String floats(Workplace workplace, int rows) throws IOException {
    return columns("array-float", arrays(workplace, rows));
  }

  private static Path arrays(Workplace workplace, int rows) throws IOException {
    return workplace.file(
        "rows/pipeline-array-" + rows, folder -> writeArrays(folder.toString(), rows));
  }

  private static void writeArrays(String folder, int rows) {
    StructType schema =
        new StructType()
            .add(ID, DataTypes.LongType)
            .add(FEATURES, DataTypes.createArrayType(DataTypes.FloatType, false))
            .add(LABEL, DataTypes.IntegerType);
    MapFunction<Long, Row> draw = Sources::row;
    SparkWork.session()
        .range(0, rows, 1, 2 * SparkWork.THREADS)
        .map(draw, Encoders.row(schema))
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(folder);
  }

  private static Row row(long id) {
    Random random = new Random(SEED + id);
    float[] values = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      values[i] = random.nextFloat();
    }
    return RowFactory.create(id, values, random.nextInt(CLASSES));
  }

  /** Parquet with the same as the bytes of float32. */
  static String binary(Workplace workplace, int rows) throws IOException {
    Path arrays = arrays(workplace, rows);
    return columns(
        "binary",
        workplace.file(
            "rows/binary-" + rows, folder -> writeBinary(arrays.toString(), folder.toString())));
  }

  private static void writeBinary(String arrays, String folder) {
    StructType schema =
        new StructType()
            .add(ID, DataTypes.LongType)
            .add(FEATURES, DataTypes.BinaryType)
            .add(LABEL, DataTypes.IntegerType);
    MapFunction<Row, Row> pack = row -> RowFactory.create(row.get(0), bytes(row), row.get(2));
    SparkWork.session()
        .read()
        .parquet(arrays)
        .map(pack, Encoders.row(schema))
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(folder);
  }

  private static byte[] bytes(Row row) {
    ByteBuffer bytes = ByteBuffer.allocate(PIXELS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Float value : row.<Float>getList(1)) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  /** A table of bytes as text, four files, so that two tasks have work. */
  static String csv(Workplace workplace, int rows) throws IOException {
    Path folder = workplace.file("rows/csv-" + rows, made -> writeCsv(made, rows));
    return "  - {name: csv, format: csv, path: \"%s\", label: label, type: uint8, classes: %d, splits: {test: {}}}\n"
        .formatted(folder, CLASSES);
  }

  private static void writeCsv(Path folder, int rows) throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(SEED);
    int files = 2 * SparkWork.THREADS;
    for (int file = 0; file < files; file++) {
      try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(file + ".csv"))) {
        out.write("label");
        for (int pixel = 0; pixel < PIXELS; pixel++) {
          out.write(",p" + pixel);
        }
        for (int row = 0; row < rows / files; row++) {
          out.write("\n" + row % CLASSES);
          for (int pixel = 0; pixel < PIXELS; pixel++) {
            out.write("," + (pixel(random) & 0xff));
          }
        }
      }
    }
  }

  private static byte pixel(Random random) {
    return random.nextInt(INK) == 0 ? (byte) random.nextInt(256) : 0;
  }

  /** Two files as MNIST has them. */
  static String idx(Workplace workplace, int images) throws IOException {
    Path folder = workplace.file("rows/idx-" + images, made -> writeIdx(made, images));
    return "  - {name: idx, format: idx, classes: %d, splits: {test: {images: \"%s\", labels: \"%s\"}}}\n"
        .formatted(CLASSES, folder.resolve("images"), folder.resolve("labels"));
  }

  private static void writeIdx(Path folder, int images) throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(SEED);
    byte[] pixels = new byte[images * PIXELS];
    byte[] labels = new byte[images];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixel(random);
    }
    for (int i = 0; i < images; i++) {
      labels[i] = (byte) (i % CLASSES);
    }
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(folder.resolve("images")))) {
      out.write(
          ByteBuffer.allocate(16).putInt(0x803).putInt(images).putInt(SIDE).putInt(SIDE).array());
      out.write(pixels);
    }
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(folder.resolve("labels")))) {
      out.write(ByteBuffer.allocate(8).putInt(0x801).putInt(images).array());
      out.write(labels);
    }
  }

  /** A folder of colour photographs' like, scaled to {@code size}. */
  static String jpeg(Workplace workplace, int images, String size) throws IOException {
    Path folder =
        workplace.file("rows/jpeg-" + images, made -> JpegFolder.write(made, images, CLASSES));
    return "  - {name: jpeg, format: images, path: \"%s\", size: %s, splits: {test: {}}}\n"
        .formatted(folder, size);
  }
}
