package io.github.steelyard.engine.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.problem.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetBlocksTest {
  private static final List<Column> COLUMNS = columns();

  @TempDir java.nio.file.Path folder;

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (ColumnType type : ColumnType.values()) {
      columns.add(Column.required(2 * type.ordinal() + 1, "r_" + type, type, "", "Always there."));
      columns.add(Column.nullable(2 * type.ordinal() + 2, "n_" + type, type, "", "At times."));
    }
    return columns;
  }

  private static RowBlock rows(int count) {
    RowBlock block = new RowBlock(COLUMNS, count);
    for (int row = 0; row < count; row++) {
      for (Column column : COLUMNS) {
        if (!column.nullable() || row % 3 != 1) {
          fill(block, column, row);
        } else {
          block.nulls(column.name()).set(row);
        }
      }
    }
    return block;
  }

  private static void fill(RowBlock block, Column column, int row) {
    String name = column.name();
    switch (column.type()) {
      case BOOLEAN -> block.booleans(name)[row] = row % 2 == 0;
      case INT32 -> block.ints(name)[row] = -row;
      case INT64, TIMESTAMP -> block.longs(name)[row] = 1L << (row % 60);
      case FLOAT32 -> block.floats(name)[row] = row / 3f;
      case FLOAT64 -> block.doubles(name)[row] = row / 7.0;
      case STRING -> block.strings(name)[row] = "grün " + row;
      case BINARY -> block.binaries(name)[row] = new byte[] {(byte) row, 0, -1};
      case INT32_LIST -> block.intLists(name)[row] = new int[row % 4];
      case FLOAT32_LIST -> {
        float[] values = new float[row % 200];
        Arrays.fill(values, row);
        block.floatLists(name)[row] = values;
      }
      case STRING_LIST -> block.stringLists(name)[row] = new String[] {"a" + row, ""};
    }
  }

  private static void assertSame(RowBlock actual, RowBlock expected, int offset, Column column) {
    String name = column.name();
    for (int row = 0; row < actual.rows(); row++) {
      boolean missing = column.nullable() && (row + offset) % 3 == 1;
      assertThat(value(actual, column, row)).isEqualTo(value(expected, column, row + offset));
      assertThat(actual.nulls(name).get(row)).isEqualTo(missing && !ParquetSchema.list(column));
    }
  }

  private static Object value(RowBlock block, Column column, int row) {
    String name = column.name();
    return switch (column.type()) {
      case BOOLEAN -> block.booleans(name)[row];
      case INT32 -> block.ints(name)[row];
      case INT64, TIMESTAMP -> block.longs(name)[row];
      case FLOAT32 -> block.floats(name)[row];
      case FLOAT64 -> block.doubles(name)[row];
      case STRING -> block.strings(name)[row];
      case BINARY -> block.binaries(name)[row];
      case INT32_LIST -> block.intLists(name)[row];
      case FLOAT32_LIST -> block.floatLists(name)[row];
      case STRING_LIST -> block.stringLists(name)[row];
    };
  }

  private Path path(String name) {
    return new Path(folder.resolve(name).toUri());
  }

  @Test
  void everyTypeComesBackAsItWasWritten() {
    RowBlock written = rows(1000);
    ParquetBlocks.write(path("all.parquet"), new Configuration(), written, Map.of("k", "v"));

    RowBlock read = ParquetBlocks.read(path("all.parquet"), new Configuration(), COLUMNS);

    assertThat(read.rows()).isEqualTo(1000);
    COLUMNS.forEach(column -> assertSame(read, written, 0, column));
  }

  @Test
  void aFileOfSeveralBlocksIsReadInBlocksOfAnyOtherSize() throws IOException {
    RowBlock written = rows(500);
    try (ParquetBlockWriter writer =
        new ParquetBlockWriter(path("two.parquet"), new Configuration(), COLUMNS, Map.of())) {
      writer.append(written);
      writer.append(written);
      writer.publish();
    }
    try (ParquetBlockReader reader =
        new ParquetBlockReader(path("two.parquet"), new Configuration(), COLUMNS)) {
      assertThat(reader.rowsLeft()).isEqualTo(1000);
      RowBlock first = reader.next(123);
      COLUMNS.forEach(column -> assertSame(first, written, 0, column));
      reader.next(500 - 123);
      RowBlock last = reader.next(5000);
      assertThat(last.rows()).isEqualTo(500);
      COLUMNS.forEach(column -> assertSame(last, written, 0, column));
    }
  }

  @Test
  void columnsOfManyPagesComeBackAsTheyWereWritten() {
    RowBlock written = rows(45_000);
    ParquetBlocks.write(path("long.parquet"), new Configuration(), written, Map.of());

    RowBlock read = ParquetBlocks.read(path("long.parquet"), new Configuration(), COLUMNS);

    assertThat(read.rows()).isEqualTo(45_000);
    COLUMNS.forEach(column -> assertSame(read, written, 0, column));
  }

  /** Up to 128 different ones are decoded otherwise than more. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 128, 129, 3_000})
  void integersOfWhichThereAreFewComeBackAsTheyWereWritten(int different) throws IOException {
    List<Column> columns =
        List.of(
            Column.required(1, "always", ColumnType.INT32, "", "Always there."),
            Column.nullable(2, "once-missing", ColumnType.INT32, "", "Missing in one row."),
            Column.nullable(3, "there", ColumnType.INT32, "", "Could be missing."));
    RowBlock written = new RowBlock(columns, 60_000);
    for (Column column : columns) {
      Random random = new Random(different);
      Arrays.setAll(written.ints(column.name()), row -> random.nextInt(different) - 50);
    }
    written.nulls("once-missing").set(40_000);
    written.ints("once-missing")[40_000] = 0;
    ParquetBlocks.write(path("few.parquet"), new Configuration(), written, Map.of());

    try (ParquetBlockReader reader =
        new ParquetBlockReader(path("few.parquet"), new Configuration(), columns)) {
      for (int first = 0; first < 60_000; first += 25_000) {
        RowBlock read = reader.next(25_000);
        for (Column column : columns) {
          assertThat(read.ints(column.name()))
              .isEqualTo(
                  Arrays.copyOfRange(
                      written.ints(column.name()), first, Math.min(60_000, first + 25_000)));
        }
        assertThat(read.nulls("once-missing").cardinality()).isEqualTo(first == 25_000 ? 1 : 0);
        assertThat(read.nulls("there").isEmpty()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 20_000, 39_999, 40_000})
  void whereValuesAreMissingAtTheEndParquetsOwnReaderFindsTheRest(int present) throws IOException {
    Column number = Column.nullable(1, "number", ColumnType.FLOAT64, "", "At times.");
    Column list = Column.nullable(2, "list", ColumnType.FLOAT32_LIST, "", "At times.");
    RowBlock block = new RowBlock(List.of(number, list), 40_000);
    for (int row = 0; row < block.rows(); row++) {
      block.doubles("number")[row] = row / 3.0;
      block.floatLists("list")[row] = row < present ? new float[] {row, -row} : null;
    }
    block.nulls("number").set(present, block.rows());
    ParquetBlocks.write(path("h.parquet"), new Configuration(), block, Map.of());

    int row = 0;
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), path("h.parquet")).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        assertThat(group.getFieldRepetitionCount("number")).isEqualTo(row < present ? 1 : 0);
        assertThat(group.getFieldRepetitionCount("list")).isEqualTo(row < present ? 1 : 0);
        if (row < present) {
          assertThat(group.getDouble("number", 0)).isEqualTo(row / 3.0);
          Group floats = group.getGroup("list", 0);
          assertThat(floats.getFieldRepetitionCount("list")).isEqualTo(2);
          assertThat(floats.getGroup("list", 1).getFloat("element", 0)).isEqualTo(-row);
        }
        row++;
      }
    }
    assertThat(row).isEqualTo(40_000);
  }

  private static ByteBuffer bytesOf(
      java.nio.file.Path file, Configuration configuration, RowBlock block) {
    try {
      ParquetBlocks.write(new Path(file.toUri()), configuration, block, Map.of());
      return ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatOtherThreadsWriteDoesNotChangeTheBytesOfAFile() {
    List<Column> columns =
        List.of(
            Column.required(1, "group", ColumnType.INT32, "", "Repeats: has a dictionary."),
            Column.required(2, "number", ColumnType.FLOAT64, "", "Has none."));
    RowBlock block = new RowBlock(columns, 1_000);
    Arrays.setAll(block.ints("group"), row -> row % 7);
    Arrays.setAll(block.doubles("number"), row -> row / 3.0);

    Configuration configuration = new Configuration();
    Set<ByteBuffer> contents =
        IntStream.range(0, 1_000)
            .parallel()
            .mapToObj(file -> folder.resolve("of-thread-" + file + ".parquet"))
            .map(file -> bytesOf(file, configuration, block))
            .collect(Collectors.toSet());

    assertThat(contents).hasSize(1);
  }

  @Test
  void valuesThatLieAcrossThePiecesInWhichAFileIsReadComeBackWhole() {
    Column input = Column.required(1, "input", ColumnType.BINARY, "", "Always there.");
    RowBlock block = new RowBlock(List.of(input), 700);
    Random random = new Random(20260302);
    for (int row = 0; row < block.rows(); row++) {
      block.binaries("input")[row] = new byte[3136];
      random.nextBytes(block.binaries("input")[row]);
    }
    ParquetBlocks.write(path("i.parquet"), new Configuration(), block, Map.of());

    RowBlock read = ParquetBlocks.read(path("i.parquet"), new Configuration(), List.of(input));

    assertThat(read.binaries("input")).isDeepEqualTo(block.binaries("input"));
  }

  @Test
  void binariesFromASourceAreWrittenAsThoseOfABlockAreAndReadByParquetItself() throws IOException {
    Column binary = Column.nullable(1, "input", ColumnType.BINARY, "", "At times.");
    Random random = new Random(5);
    byte[] all = new byte[3_000_000];
    random.nextBytes(all);
    RowBlock block = new RowBlock(List.of(binary), 500);
    ByteBuffer[] values = new ByteBuffer[block.rows()];
    for (int row = 0; row < values.length; row++) {
      // Some are empty, some larger than a page.
      int length = row % 97 == 5 ? 400_000 : random.nextInt(3_000);
      if (row % 7 != 3) {
        values[row] = ByteBuffer.wrap(all, random.nextInt(1_000_000), row % 11 == 0 ? 0 : length);
        block.binaries("input")[row] = new byte[values[row].remaining()];
        values[row].duplicate().get(block.binaries("input")[row]);
      }
    }
    ParquetBlocks.write(path("block.parquet"), new Configuration(), block, Map.of());
    try (ParquetBlockWriter writer =
        new ParquetBlockWriter(
            path("source.parquet"), new Configuration(), List.of(binary), Map.of())) {
      writer.append(new RowBlock(List.of(binary), block.rows()), row -> values[row]);
      writer.publish();
    }

    assertThat(Files.readAllBytes(folder.resolve("source.parquet")))
        .isEqualTo(Files.readAllBytes(folder.resolve("block.parquet")));
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), path("source.parquet")).build()) {
      for (byte[] expected : block.binaries("input")) {
        Group group = reader.read();
        assertThat(group.getFieldRepetitionCount("input")).isEqualTo(expected == null ? 0 : 1);
        if (expected != null) {
          assertThat(group.getBinary("input", 0).getBytes()).isEqualTo(expected);
        }
      }
      assertThat(reader.read()).isNull();
    }
  }

  @Test
  void aRowThatLacksItsBinaryIsRefused() {
    Column binary = Column.required(1, "input", ColumnType.BINARY, "", "Always there.");
    RowBlock block = new RowBlock(List.of(binary), 2);
    block.binaries("input")[0] = new byte[] {1};
    assertThatThrownBy(
            () -> ParquetBlocks.write(path("j.parquet"), new Configuration(), block, Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot write row 1 without a value in 'input'");
  }

  @Test
  void aByteThatChangedOnThisMachineIsFoundByItsChecksum() throws IOException {
    ParquetBlocks.write(path("k.parquet"), new Configuration(), rows(3_000), Map.of());
    byte[] bytes = Files.readAllBytes(folder.resolve("k.parquet"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(folder.resolve("k.parquet"), bytes);

    assertThatThrownBy(() -> ParquetBlocks.read(path("k.parquet"), new Configuration(), COLUMNS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Checksum error");
  }

  @Test
  void aRowThatLacksItsListIsRefused() {
    Column list = Column.required(1, "list", ColumnType.FLOAT32_LIST, "", "Always there.");
    RowBlock block = new RowBlock(List.of(list), 2);
    block.floatLists("list")[0] = new float[] {1};
    assertThatThrownBy(
            () -> ParquetBlocks.write(path("f.parquet"), new Configuration(), block, Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot write row 1 without a value in 'list'");
  }

  @Test
  void aLocalFileHasThePermissionsAndChecksumsThatHadoopGives() throws IOException {
    Configuration configuration = new Configuration(false);
    configuration.set("fs.permissions.umask-mode", "027");
    ParquetBlocks.write(path("g.parquet"), configuration, rows(10), Map.of());
    for (String name : List.of("g.parquet", ".g.parquet.crc")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-r-----");
    }
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    ParquetBlocks.write(path("a.parquet"), new Configuration(), rows(300), Map.of("k", "v"));
    ParquetBlocks.write(path("b.parquet"), new Configuration(), rows(300), Map.of("k", "v"));
    assertThat(Files.readAllBytes(folder.resolve("a.parquet")))
        .isEqualTo(Files.readAllBytes(folder.resolve("b.parquet")));
  }

  @Test
  void aFileThatWasNotPublishedLeavesNothing() throws IOException {
    try (ParquetBlockWriter writer =
        new ParquetBlockWriter(path("c.parquet"), new Configuration(), COLUMNS, Map.of())) {
      writer.append(rows(10));
    }
    try (var left = Files.list(folder)) {
      assertThat(left.filter(file -> !file.toString().endsWith(".crc"))).isEmpty();
    }
  }

  @Test
  void aFileThatIsCutShortIsRefusedByName() throws IOException {
    ParquetBlocks.write(path("d.parquet"), new Configuration(), rows(10), Map.of());
    byte[] whole = Files.readAllBytes(folder.resolve("d.parquet"));
    Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length - 7));
    assertThatThrownBy(() -> ParquetBlocks.read(path("cut.parquet"), new Configuration(), COLUMNS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cut.parquet: cannot be read, expected a whole Parquet file");
  }

  @Test
  void aMissingColumnIsNamed() {
    ParquetBlocks.write(path("e.parquet"), new Configuration(), rows(10), Map.of());
    Column other = Column.required(99, "other", ColumnType.INT32, "", "Not there.");
    assertThatThrownBy(
            () -> ParquetBlocks.read(path("e.parquet"), new Configuration(), List.of(other)))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("e.parquet: has no column 'other'");
  }
}
