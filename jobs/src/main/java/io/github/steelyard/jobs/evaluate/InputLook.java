package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.datasets.batch.InputPreprocessors;
import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.batch.ShardReader;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.reports.run.unit.InputNumbers;
import io.github.steelyard.reports.run.unit.SeenInputs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * A look at the first examples of each split, as they are and as models get them: enough to tell
 * scales apart, and little to read.
 */
final class InputLook {
  private static final int EXAMPLES = 256;

  private final Configuration configuration;

  /** By split and preprocessing. */
  private final Map<String, SeenInputs> seen = new HashMap<>();

  InputLook(Configuration configuration) {
    this.configuration = configuration;
  }

  /** By unit; without those whose inputs are shifted, cannot be read or are not finite. */
  Map<Unit, SeenInputs> of(List<Unit> units) {
    Map<Unit, SeenInputs> found = new HashMap<>();
    for (Unit unit : units) {
      if (unit.shift() == null) {
        String key = unit.split().folder() + " " + unit.model().preprocessingText();
        SeenInputs inputs = seen.computeIfAbsent(key, unused -> look(unit));
        if (inputs != null) {
          found.put(unit, inputs);
        }
      }
    }
    return found;
  }

  private @Nullable SeenInputs look(Unit unit) {
    PreparedSplit split = unit.split();
    try (BufferAllocator allocator = new RootAllocator();
        Shard shard = ShardReader.first(split, EXAMPLES, configuration, allocator);
        Batch batch =
            InputPreprocessors.compile(unit.planned().preprocessing(), split.type(), split.shape())
                .batch(shard, 0, shard.rows(), allocator)) {
      InputNumbers decoded = numbers(List.of(shard.inputs()));
      InputNumbers given = numbers(batch.tensors().values());
      return decoded == null || given == null ? null : new SeenInputs(decoded, given);
    } catch (BadInputException e) {
      // Whoever needs the inputs says what is wrong with them; stored predictions may do without.
      return null;
    }
  }

  /** Null where one of them is not finite. */
  private static @Nullable InputNumbers numbers(Collection<Tensor> tensors) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    long count = 0;
    for (Tensor tensor : tensors) {
      ByteBuffer bytes = tensor.buffer().order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.hasRemaining()) {
        double number = tensor.type() == TensorType.UINT8 ? bytes.get() & 0xff : bytes.getFloat();
        least = Math.min(least, number);
        greatest = Math.max(greatest, number);
        sum += Math.abs(number);
        count++;
      }
    }
    return Double.isFinite(sum) && count > 0
        ? new InputNumbers(least, greatest, sum / count)
        : null;
  }
}
