package io.github.steelyard.datasets.batch;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Preprocessing} fitted to the inputs of one split. Stateless, so that threads share it.
 *
 * <p>A channel is the last dimension of an input: of an image {@code [height, width, channels]} its
 * colours, of a table's row {@code [features]} each feature. {@link Layout#FLAT} keeps the order in
 * which the input is stored.
 */
public final class Preprocessor {
  /** What a batch calls its tensor where a model has one input and the suite does not name it. */
  public static final String ONLY_INPUT = "input";

  private static final int MOST_PIXELS_A_SIDE = 8192;

  private final Preprocessing preprocessing;
  private final TensorType type;
  private final Shape shape;
  private final Shape outputShape;
  private final int channels;
  private final double[] mean;
  private final double[] std;

  /** For each channel, or for all at once, what each uint8 becomes; null where it depends. */
  private final float @Nullable [][] tables;

  private Preprocessor(Preprocessing preprocessing, TensorType type, Shape shape, int channels) {
    this.preprocessing = preprocessing;
    this.type = type;
    this.shape = shape;
    this.channels = channels;
    this.mean = perChannel(preprocessing.mean(), 0, channels);
    this.std = perChannel(preprocessing.std(), 1, channels);
    this.outputShape = outputShape(preprocessing, shape, channels);
    boolean tabulated = type == TensorType.UINT8 && preprocessing.size() == null;
    this.tables = tabulated ? tables() : null;
  }

  /**
   * Checks a preprocessing against the inputs it is for.
   *
   * @param type of the decoded inputs, UINT8 or FLOAT32
   * @param shape of one decoded input
   * @throws BadInputException naming the key that does not fit the inputs
   */
  public static Preprocessor compile(Preprocessing preprocessing, TensorType type, Shape shape) {
    if (type != TensorType.UINT8 && type != TensorType.FLOAT32) {
      throw new IllegalArgumentException("Cannot preprocess inputs of " + type);
    }
    int channels = Math.toIntExact(shape.rank() == 0 ? 1 : shape.extent(shape.rank() - 1));
    if (!Double.isFinite(preprocessing.scale())) {
      throw problem("scale", "expected a finite number", preprocessing.scale());
    }
    checkPerChannel("mean", preprocessing.mean(), shape, channels);
    checkPerChannel("std", preprocessing.std(), shape, channels);
    if (preprocessing.std().contains(0.0) || preprocessing.std().contains(-0.0)) {
      throw problem("std", "expected no 0", preprocessing.std());
    }
    boolean image = shape.rank() == 3;
    if (preprocessing.layout() != Layout.FLAT && !image) {
      throw new BadInputException(
          "layout: expected flat for inputs of "
              + shape
              + ", since only images [height, width, channels] have another. Found: "
              + preprocessing.layout());
    }
    Preprocessing.Size size = preprocessing.size();
    if (size != null && !image) {
      throw new BadInputException(
          "size: expected images [height, width, channels] to resize. Found: inputs of " + shape);
    }
    if (size != null && !(inRange(size.height()) && inRange(size.width()))) {
      throw problem("size", "expected 1 to " + MOST_PIXELS_A_SIDE + " pixels a side", size);
    }
    return new Preprocessor(preprocessing, type, shape, channels);
  }

  private static boolean inRange(int side) {
    return side >= 1 && side <= MOST_PIXELS_A_SIDE;
  }

  private static void checkPerChannel(String key, List<Double> values, Shape shape, int channels) {
    if (values.size() > 1 && values.size() != channels) {
      String each = shape.rank() == 3 ? "channel" : "feature";
      throw new BadInputException(
          key
              + ": expected one value, or one for each "
              + each
              + " of inputs of "
              + shape
              + ": "
              + channels
              + ". Found: "
              + values.size());
    }
    if (!values.stream().allMatch(Double::isFinite)) {
      throw problem(key, "expected finite numbers", values);
    }
  }

  private static BadInputException problem(String key, String expected, Object found) {
    return new BadInputException(key + ": " + expected + ". Found: " + found);
  }

  private static double[] perChannel(List<Double> values, double otherwise, int channels) {
    double[] all = new double[channels];
    for (int channel = 0; channel < channels; channel++) {
      all[channel] = values.isEmpty() ? otherwise : values.get(values.size() == 1 ? 0 : channel);
    }
    return all;
  }

  private static Shape outputShape(Preprocessing preprocessing, Shape shape, int channels) {
    Preprocessing.Size size = preprocessing.size();
    if (size == null && preprocessing.layout() == Layout.FLAT) {
      return Shape.of(shape.elements());
    }
    long height = size == null ? shape.extent(0) : size.height();
    long width = size == null ? shape.extent(1) : size.width();
    return switch (preprocessing.layout()) {
      case FLAT -> Shape.of(height * width * channels);
      case NHWC -> Shape.of(height, width, channels);
      case NCHW -> Shape.of(channels, height, width);
    };
  }

  private float[][] tables() {
    boolean allAlike = preprocessing.mean().size() <= 1 && preprocessing.std().size() <= 1;
    float[][] made = new float[allAlike ? 1 : channels][256];
    for (int channel = 0; channel < made.length; channel++) {
      for (int value = 0; value < 256; value++) {
        made[channel][value] = normalized(value, channel);
      }
    }
    return made;
  }

  private float normalized(double value, int channel) {
    return (float) ((value * preprocessing.scale() - mean[channel]) / std[channel]);
  }

  /** Of one preprocessed example. */
  public Shape outputShape() {
    return outputShape;
  }

  /** The name that a batch gives its tensor. */
  public String inputName() {
    String input = preprocessing.input();
    return input == null ? ONLY_INPUT : input;
  }

  /** As in {@link Preprocessing#canonicalText()}. */
  public String canonicalText() {
    return preprocessing.canonicalText();
  }

  /**
   * The preprocessed examples of some rows of a shard; whoever asks closes the batch. To go through
   * a shard: rows 0, {@code batchSize}, ..., the last time with what is left, so that no batch
   * crosses a shard.
   */
  public Batch batch(Shard shard, int firstRow, int rows, BufferAllocator allocator) {
    if (!(firstRow >= 0 && rows >= 1 && firstRow + rows <= shard.rows())) {
      throw new IllegalArgumentException(
          "Cannot take " + rows + " rows from row " + firstRow + " on, of " + shard.rows());
    }
    Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, outputShape.batched(rows));
    try {
      FloatBuffer target = tensor.buffer().asFloatBuffer();
      for (int row = firstRow; row < firstRow + rows; row++) {
        put(shard.inputs()[row], target);
      }
      return new Batch(rows, Map.of(inputName(), tensor));
    } catch (RuntimeException e) {
      tensor.close();
      throw e;
    }
  }

  /** Puts one preprocessed example at the buffer's position. */
  public void put(byte[] input, FloatBuffer target) {
    float[] normalized = tables == null ? computed(input) : lookedUp(input, tables);
    target.put(preprocessing.layout() == Layout.NCHW ? channelsFirst(normalized) : normalized);
  }

  private float[] lookedUp(byte[] input, float[][] byChannel) {
    float[] values = new float[input.length];
    if (byChannel.length == 1) {
      float[] table = byChannel[0];
      for (int i = 0; i < values.length; i++) {
        values[i] = table[input[i] & 0xff];
      }
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = byChannel[i % channels][input[i] & 0xff];
      }
    }
    return values;
  }

  private float[] computed(byte[] input) {
    double[] raw = decoded(input);
    Preprocessing.Size size = preprocessing.size();
    if (size != null) {
      int height = Math.toIntExact(shape.extent(0));
      int width = Math.toIntExact(shape.extent(1));
      raw = Bilinear.resize(raw, height, width, channels, size.height(), size.width());
    }
    float[] values = new float[raw.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = normalized(raw[i], i % channels);
    }
    return values;
  }

  private double[] decoded(byte[] input) {
    double[] raw = new double[input.length / type.bytes()];
    if (type == TensorType.UINT8) {
      Arrays.setAll(raw, i -> input[i] & 0xff);
    } else {
      FloatBuffer floats = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      Arrays.setAll(raw, floats::get);
    }
    return raw;
  }

  private float[] channelsFirst(float[] channelsLast) {
    if (channels == 1) {
      return channelsLast;
    }
    float[] values = new float[channelsLast.length];
    int pixels = values.length / channels;
    for (int pixel = 0; pixel < pixels; pixel++) {
      for (int channel = 0; channel < channels; channel++) {
        values[channel * pixels + pixel] = channelsLast[pixel * channels + channel];
      }
    }
    return values;
  }
}
