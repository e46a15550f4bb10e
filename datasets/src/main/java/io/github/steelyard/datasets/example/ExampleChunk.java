package io.github.steelyard.datasets.example;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A few megabytes of checked examples in the canonical order, which is that of their keys' UTF-8
 * bytes. Between checking and writing they travel so: of rows or arrays of their own, the collector
 * and Spark would copy each one several times, and that takes longer than to check it.
 */
public final class ExampleChunk {
  private static final int FORM = 0;
  private static final int INDEX = 1;
  private static final int HEADS = 2;
  private static final int INPUTS = 3;

  /** Of each example: where its head begins, how long it is, where its input begins. */
  private static final int INDEX_BYTES = 3 * Integer.BYTES;

  private final byte[][] arrays;
  private final InputForm form;
  private final int inputBytes;
  private final ByteBuffer index;
  private final ByteBuffer heads;

  private ExampleChunk(byte[][] arrays) {
    this.arrays = arrays;
    this.form = InputForm.read(arrays[FORM]);
    this.inputBytes = form.bytes();
    this.index = ByteBuffer.wrap(arrays[INDEX]);
    this.heads = ByteBuffer.wrap(arrays[HEADS]);
  }

  /** What a {@link ChunkBuilder} has built. */
  public static ExampleChunk of(byte[][] arrays) {
    return new ExampleChunk(arrays);
  }

  static byte[][] arrays(InputForm form, byte[] index, byte[] heads, byte[] inputs) {
    byte[][] arrays = new byte[INPUTS + 1][];
    arrays[FORM] = form.written();
    arrays[INDEX] = index;
    arrays[HEADS] = heads;
    arrays[INPUTS] = inputs;
    return arrays;
  }

  /** As {@link #of} takes it. */
  byte[][] arrays() {
    return arrays;
  }

  /** The same examples, in the order of their keys. */
  ExampleChunk sorted() {
    Integer[] order = new Integer[size()];
    Arrays.setAll(order, Integer::valueOf);
    Arrays.sort(order, (one, other) -> compareKeys(one, this, other));
    ByteBuffer sorted = ByteBuffer.allocate(arrays[INDEX].length);
    for (int example : order) {
      sorted.put(arrays[INDEX], example * INDEX_BYTES, INDEX_BYTES);
    }
    return of(arrays(form, sorted.array(), arrays[HEADS], arrays[INPUTS]));
  }

  /** The form of all of its inputs. */
  public InputForm form() {
    return form;
  }

  /** How many examples there are, at least one. */
  public int size() {
    return arrays[INDEX].length / INDEX_BYTES;
  }

  /** The array in which all inputs stand. */
  public byte[] inputs() {
    return arrays[INPUTS];
  }

  /** Where an input begins. */
  public int inputOffset(int example) {
    return index.getInt(example * INDEX_BYTES + 2 * Integer.BYTES);
  }

  /** How long each input is. */
  public int inputBytes() {
    return inputBytes;
  }

  /** An example without its input. */
  public ExampleHead head(int example) {
    return ExampleHead.read(heads.duplicate().position(headOffset(example)));
  }

  byte[] heads() {
    return arrays[HEADS];
  }

  int headOffset(int example) {
    return index.getInt(example * INDEX_BYTES);
  }

  int headBytes(int example) {
    return index.getInt(example * INDEX_BYTES + Integer.BYTES);
  }

  /** The UTF-8 bytes of a key. */
  public byte[] key(int example) {
    return Arrays.copyOfRange(heads(), keyBegin(example), keyEnd(example));
  }

  /** A head begins with its key, and that with its length. */
  private int keyBegin(int example) {
    return headOffset(example) + Integer.BYTES;
  }

  private int keyEnd(int example) {
    int offset = headOffset(example);
    return offset + Integer.BYTES + heads.getInt(offset);
  }

  /** Negative, 0 or positive, as the one key stands before, at or behind the other. */
  public int compareKeys(int example, ExampleChunk other, int otherExample) {
    return Arrays.compareUnsigned(
        heads(),
        keyBegin(example),
        keyEnd(example),
        other.heads(),
        other.keyBegin(otherExample),
        other.keyEnd(otherExample));
  }

  /** The first example whose key does not stand before this one; the size where none is. */
  public int firstFrom(byte[] key) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Arrays.compareUnsigned(heads(), keyBegin(middle), keyEnd(middle), key, 0, key.length)
          < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
