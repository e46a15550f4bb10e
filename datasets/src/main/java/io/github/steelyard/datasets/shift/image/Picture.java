package io.github.steelyard.datasets.shift.image;

/**
 * An image of numbers from 0, dark, to 1; steps between may leave that range.
 *
 * @param values of shape {@code [height, width, channels]}, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // worked on in place, compared by nobody
public record Picture(int height, int width, int channels, float[] values) {
  /** What each byte stands for: divisions take longer than looking up. */
  private static final float[] NUMBERS = numbers();

  private static float[] numbers() {
    float[] numbers = new float[256];
    for (int value = 0; value < numbers.length; value++) {
      numbers[value] = value / 255f;
    }
    return numbers;
  }

  static Picture of(byte[] input, int height, int width, int channels) {
    float[] values = new float[input.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = NUMBERS[input[i] & 0xff];
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
    for (int y = 0; y < height; y++) {
      for (int channel = 0; channel < channels; channel++) {
        int from = y * width * channels + channel;
        int to = y * channels + channel;
        for (int x = 0; x < width; x++) {
          result[to] = values[from];
          from += channels;
          to += height * channels;
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
      float value = values[i];
      bytes[i] = value >= 1 ? (byte) 255 : value > 0 ? (byte) (int) (value * 255f + 0.5f) : 0;
    }
    return bytes;
  }
}
