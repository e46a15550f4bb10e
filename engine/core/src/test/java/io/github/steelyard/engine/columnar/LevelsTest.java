package io.github.steelyard.engine.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridValuesWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet's own writer says what the bytes are. */
class LevelsTest {
  private static Levels read(int highest, int... levels) throws IOException {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(highest);
    try (RunLengthBitPackingHybridValuesWriter writer =
        new RunLengthBitPackingHybridValuesWriter(
            width, 64, 1 << 20, HeapByteBufferAllocator.getInstance())) {
      for (int level : levels) {
        writer.writeInteger(level);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BytesInput.concat(writer.getBytes(), BytesInput.fromInt(77)).writeAllTo(bytes);
      ByteBufferInputStream in = BytesInput.from(bytes.toByteArray()).toInputStream();
      Levels read = Levels.read(in, levels.length, highest);
      assertThat(in.available()).as("what follows is left").isEqualTo(4);
      return read;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theyAreReadAsTheyWereWritten(int highest) throws IOException {
    Random random = new Random(highest);
    for (int count : new int[] {1, 7, 8, 9, 63, 1_000, 40_000}) {
      int[] levels = new int[count];
      for (int i = 0; i < count; ) {
        int run = 1 + random.nextInt(random.nextBoolean() ? 3 : 200);
        int level = random.nextInt(highest + 1);
        Arrays.fill(levels, i, Math.min(count, i + run), level);
        i += run;
      }
      Levels read = read(highest, levels);
      for (int i = 0; i < count; i++) {
        assertThat(read.at(i)).as("level %d of %d", i, count).isEqualTo(levels[i]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 300, 70_000})
  void oneRunIsKnownAsSuch(int count) throws IOException {
    int[] levels = new int[count];
    Arrays.fill(levels, 2);
    assertThat(read(3, levels).all(2)).isTrue();
    assertThat(read(3, levels).all(3)).isFalse();
    levels[count - 1] = 1;
    assertThat(read(3, levels).all(2)).isFalse();
  }
}
