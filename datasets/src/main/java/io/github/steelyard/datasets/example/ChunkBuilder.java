package io.github.steelyard.datasets.example;

import org.jspecify.annotations.Nullable;

/** Puts examples of one form together, in any order. */
public final class ChunkBuilder {
  /** Large enough that the collector leaves it where it is. */
  private static final int FULL_BYTES = 4 << 20;

  private static final int FIRST_BYTES = 512;

  private final GrowingBytes index = new GrowingBytes(FIRST_BYTES);
  private final GrowingBytes heads = new GrowingBytes(FIRST_BYTES);
  private final GrowingBytes inputs;
  private @Nullable InputForm form;

  /**
   * @param inputBytes how many there will be, if that can be told; they need not grow then
   */
  public ChunkBuilder(int inputBytes) {
    this.inputs = new GrowingBytes(inputBytes);
  }

  /**
   * Adds one.
   *
   * @param input of this form
   */
  public void add(InputForm inputForm, ExampleHead head, byte[] input) {
    byte[] written = head.written();
    start(inputForm, written.length);
    heads.add(written, 0, written.length);
    inputs.add(input, 0, input.length);
  }

  /** Adds one of a chunk. */
  public void add(ExampleChunk chunk, int example) {
    start(chunk.form(), chunk.headBytes(example));
    heads.add(chunk.heads(), chunk.headOffset(example), chunk.headBytes(example));
    inputs.add(chunk.inputs(), chunk.inputOffset(example), chunk.inputBytes());
  }

  private void start(InputForm inputForm, int headBytes) {
    if (form == null) {
      form = inputForm;
    }
    index.add(heads.size()).add(headBytes).add(inputs.size());
  }

  /** Whether no more should be added. */
  public boolean isFull() {
    return heads.size() + inputs.size() >= FULL_BYTES;
  }

  /** What {@link ExampleChunk#of} takes, of at least one example. */
  public byte[][] build() {
    if (form == null) {
      throw new IllegalStateException("Cannot build a chunk of no examples");
    }
    return ExampleChunk.of(
            ExampleChunk.arrays(form, index.toArray(), heads.toArray(), inputs.toArray()))
        .sorted()
        .arrays();
  }
}
