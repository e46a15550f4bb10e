package io.github.steelyard.datasets.batch;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.BadInputException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.ArrowBuf;
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

  /** Where the input's numbers are: all of a decoded example, or some of it. */
  private final int exampleBytes;

  private final int firstByte;

  /** Where features are that do not follow one another; empty for all others. */
  private final List<Integer> scattered;

  private final int featureBytes;
  private final Shape outputShape;
  private final Conversion conversion;

  /** Whether what is stored is what a model gets, byte for byte. */
  private final boolean identity;

  private Preprocessor(
      Preprocessing preprocessing, TensorType type, Shape decoded, Shape shape, int channels) {
    this.preprocessing = preprocessing;
    this.exampleBytes = Math.toIntExact(decoded.elements() * type.bytes());
    Preprocessing.Features features = preprocessing.features();
    boolean together = features == null || features.followOneAnother();
    this.firstByte = features == null || !together ? 0 : features.first() * type.bytes();
    this.scattered = features == null || together ? List.of() : features.indices();
    this.featureBytes = type.bytes();
    this.outputShape = outputShape(preprocessing, shape, channels);
    Normalization normalization = new Normalization(preprocessing, channels);
    Order order = Order.of(preprocessing.layout(), outputShape.elements(), channels);
    Preprocessing.Size size = preprocessing.size();
    if (size != null && !(size.height() == shape.extent(0) && size.width() == shape.extent(1))) {
      this.conversion = new ResizingConversion(normalization, type, shape, size, order);
      this.identity = false;
    } else {
      this.conversion =
          type == TensorType.UINT8
              ? new TableConversion(normalization, order)
              : new FloatConversion(normalization, order);
      this.identity =
          shape.equals(decoded)
              && together
              && type == TensorType.FLOAT32
              && normalization.none()
              && !order.planes()
              && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    }
  }

  /**
   * Checks a preprocessing for one input against the data it is for.
   *
   * @param type of the decoded inputs, UINT8 or FLOAT32
   * @param decoded the shape of one decoded input
   * @throws BadInputException naming the key that does not fit the inputs
   */
  public static Preprocessor compile(Preprocessing preprocessing, TensorType type, Shape decoded) {
    if (type != TensorType.UINT8 && type != TensorType.FLOAT32) {
      throw new IllegalArgumentException("Cannot preprocess inputs of " + type);
    }
    if (!preprocessing.inputs().isEmpty()) {
      throw new IllegalArgumentException("Cannot make one input of " + preprocessing);
    }
    Shape shape = taken(preprocessing.features(), decoded);
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
    return new Preprocessor(preprocessing, type, decoded, shape, channels);
  }

  private static Shape taken(Preprocessing.@Nullable Features features, Shape decoded) {
    if (features == null) {
      return decoded;
    }
    if (decoded.rank() != 1) {
      throw new BadInputException(
          "features: expected inputs of one dimension to take some of. Found: inputs of "
              + decoded);
    }
    if (!(features.largest() < decoded.extent(0))) {
      throw problem(
          "features",
          "expected features from 0 to " + (decoded.extent(0) - 1) + ", as the data have them",
          features);
    }
    if (features.of() > 0 && features.of() != decoded.extent(0)) {
      throw problem(
          "features",
          "expected names in a data set of one number for each of its features, " + features.of(),
          "rows of " + decoded.extent(0) + " numbers");
    }
    return Shape.of(features.count());
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
   * crosses a shard. Where nothing is to be done to float32 inputs, the batch is a window on the
   * shard's memory, which stays until both are closed.
   */
  public Batch batch(Shard shard, int firstRow, int rows, BufferAllocator allocator) {
    Tensor tensor = tensor(shard, firstRow, rows, allocator);
    try {
      return new Batch(rows, Map.of(inputName(), tensor));
    } catch (RuntimeException e) {
      tensor.close();
      throw e;
    }
  }

  /** The only tensor of such a batch. */
  Tensor tensor(Shard shard, int firstRow, int rows, BufferAllocator allocator) {
    if (!(firstRow >= 0 && rows >= 1 && firstRow + rows <= shard.rows())) {
      throw new IllegalArgumentException(
          "Cannot take " + rows + " rows from row " + firstRow + " on, of " + shard.rows());
    }
    return identity ? window(shard, firstRow, rows) : converted(shard, firstRow, rows, allocator);
  }

  private Tensor window(Shard shard, int firstRow, int rows) {
    ArrowBuf memory =
        shard.inputs().memory().slice((long) firstRow * exampleBytes, (long) rows * exampleBytes);
    memory.getReferenceManager().retain();
    return new Tensor(TensorType.FLOAT32, outputShape.batched(rows), memory);
  }

  private Tensor converted(Shard shard, int firstRow, int rows, BufferAllocator allocator) {
    Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, outputShape.batched(rows));
    try {
      ByteBuffer source = shard.bytes();
      FloatBuffer target = tensor.buffer().asFloatBuffer();
      int elements = target.capacity() / rows;
      for (int row = 0; row < rows; row++) {
        convert(source, (firstRow + row) * exampleBytes, target, row * elements);
      }
      return tensor;
    } catch (RuntimeException e) {
      tensor.close();
      throw e;
    }
  }

  /** Puts one preprocessed example at the buffer's position. */
  public void put(byte[] input, FloatBuffer target) {
    int elements = Math.toIntExact(outputShape.elements());
    if (target.remaining() < elements) {
      throw new BufferOverflowException();
    }
    int at = target.position();
    convert(ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN), 0, target, at);
    target.position(at + elements);
  }

  private void convert(ByteBuffer source, int from, FloatBuffer target, int at) {
    if (scattered.isEmpty()) {
      conversion.convert(source, from + firstByte, target, at);
      return;
    }
    ByteBuffer together =
        ByteBuffer.allocate(scattered.size() * featureBytes).order(source.order());
    for (int i = 0; i < scattered.size(); i++) {
      together.put(i * featureBytes, source, from + scattered.get(i) * featureBytes, featureBytes);
    }
    conversion.convert(together, 0, target, at);
  }
}
