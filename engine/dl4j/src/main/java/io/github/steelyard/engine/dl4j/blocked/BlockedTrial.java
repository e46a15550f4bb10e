package io.github.steelyard.engine.dl4j.blocked;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;
import io.github.steelyard.engine.dl4j.blocked.plan.OneDnn;
import io.github.steelyard.engine.dl4j.blocked.plan.PackedWeights;
import io.github.steelyard.engine.dl4j.blocked.recipe.Group;
import io.github.steelyard.engine.dl4j.blocked.recipe.Recipe;
import io.github.steelyard.engine.dl4j.forward.check.Difference;
import io.github.steelyard.engine.dl4j.forward.check.SeededExamples;
import io.github.steelyard.engine.dl4j.forward.program.NativeOperation;
import io.github.steelyard.engine.dl4j.forward.program.Operation;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import io.github.steelyard.engine.dl4j.forward.running.BorrowedFloats;
import io.github.steelyard.engine.dl4j.forward.running.ForwardPass;
import io.github.steelyard.engine.dl4j.forward.running.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One group of operations, once by a recipe and once by libnd4j's own code. */
final class BlockedTrial {
  private static final Logger LOG = LoggerFactory.getLogger(BlockedTrial.class);

  private final OneDnn oneDnn;
  private final Recipe recipe;

  BlockedTrial(OneDnn oneDnn, Recipe recipe) {
    this.oneDnn = oneDnn;
    this.recipe = recipe;
  }

  /** {@link Difference#NO_RESULT} where oneDNN cannot run it. */
  Difference difference(Group group) {
    try {
      return compare(group, SeededExamples::cut);
    } catch (RuntimeException unfit) {
      // The window may be larger than what was left of the image.
      return whole(group);
    }
  }

  private Difference whole(Group group) {
    try {
      return compare(group, Function.identity());
    } catch (RuntimeException unfit) {
      LOG.debug("oneDNN cannot run {}", group.layer().name(), unfit);
      return Difference.NO_RESULT;
    }
  }

  private Difference compare(Group original, Function<Shape, Shape> cut) {
    SeededExamples examples = new SeededExamples();
    Map<Value, INDArray> arrays = new HashMap<>();
    try {
      List<Value> inputs = new ArrayList<>();
      for (Value value : original.layer().reads()) {
        Value own = new Value(inputs.size(), cut.apply(value.shape()));
        inputs.add(own);
        arrays.put(own, examples.numbers(own.shape()));
      }
      Group group =
          original.over(inputs, new Value(inputs.size(), output(original.layer(), inputs, arrays)));
      INDArray expected =
          Nd4j.createUninitialized(
              DataType.FLOAT, group.writes().shape().batched(SeededExamples.EXAMPLES).toArray());
      arrays.put(group.writes(), expected);
      for (Operation operation : group.operations()) {
        Operation builtIn = operation instanceof NativeOperation own ? own.builtIn() : operation;
        builtIn.bind(value -> Objects.requireNonNull(arrays.get(value), "no such operand")).run();
      }
      return against(expected, group, inputs.stream().map(arrays::get).toList());
    } finally {
      arrays.values().forEach(INDArray::close);
    }
  }

  private static Shape output(
      NativeOperation layer, List<Value> inputs, Map<Value, INDArray> arrays) {
    List<INDArray> operands = layer.over(inputs, layer.writes()).inputs(arrays::get);
    long[] batched =
        Nd4j.getExecutioner().calculateOutputShape(layer.description(operands)).get(0).getShape();
    return new Shape(Shape.of(batched).extents().subList(1, batched.length));
  }

  private Difference against(INDArray expected, Group group, List<INDArray> inputs) {
    long[] shape = expected.shape();
    try (PackedWeights weights = new PackedWeights(oneDnn);
        Places places = new Places()) {
      BlockedPlan plan =
          BlockedPlan.of(
              oneDnn,
              weights,
              shape[0],
              inputs.size(),
              steps -> {
                recipe.add(group, steps);
                steps.output(group.writes());
              });
      places.grow(plan.floats());
      List<BorrowedFloats> batch = inputs.stream().map(BorrowedFloats::of).toList();
      try (ForwardPass.Bound bound = plan.at(places.addresses(), batch)) {
        bound.run(batch);
        float[] result = new float[Math.toIntExact(expected.length())];
        new FloatPointer(bound.result(group.writes())).get(result);
        try (INDArray array = Nd4j.create(result, shape, 'c')) {
          return Difference.of(array, expected);
        }
      }
    }
  }
}
