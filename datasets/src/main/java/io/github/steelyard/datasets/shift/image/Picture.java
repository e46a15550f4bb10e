package io.github.steelyard.datasets.shift.image;

/**
 * An image of numbers from 0, dark, to 1; steps between may leave that range.
 *
 * @param values of shape {@code [height, width, channels]}, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // worked on in place, compared by nobody
public record Picture(int height, int width, int channels, float[] values) {
  static Picture of(byte[] input, int height, int width, int channels) {
    float[] values = new float[input.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (input[i] & 0xff) / 255f;
    }
    return new Picture(height, width, channels, values);
  }

  /** Another one of the same size. */
  public Picture with(float[] otherValues) {
    return new Picture(height, width, channels, otherValues);
  }

  /** Lines as columns. */
  public Picture transposed() {
    float[] result = new float[values.length];
    int from = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int to = (x * height + y) * channels;
        for (int channel = 0; channel < channels; channel++) {
          result[to + channel] = values[from++];
        }
      }
    }
    return new Picture(width, height, channels, result);
  }

  public int pixels() {
    return height * width;
  }

  public float at(int y, int x, int channel) {
    return values[(y * width + x) * channels + channel];
  }

  public float max() {
    float max = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** Brought into the range of 0 to 1, in place. */
  Picture clipped() {
    for (int i = 0; i < values.length; i++) {
      values[i] = clip(values[i]);
    }
    return this;
  }

  public static float clip(float value) {
    return Math.min(Math.max(value, 0), 1);
  }

  /** As uint8: clipped, times 255, rounded half up. */
  byte[] bytes() {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (int) (clip(values[i]) * 255f + 0.5f);
    }
    return bytes;
  }
}
