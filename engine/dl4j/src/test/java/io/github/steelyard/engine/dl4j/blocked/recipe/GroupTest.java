package io.github.steelyard.engine.dl4j.blocked.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.blocked.plan.Eltwise;
import io.github.steelyard.engine.dl4j.forward.program.ActivationCall;
import io.github.steelyard.engine.dl4j.forward.program.NativeOperation;
import io.github.steelyard.engine.dl4j.forward.program.Operand;
import io.github.steelyard.engine.dl4j.forward.program.Operation;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.factory.Nd4j;

class GroupTest {
  private static final Value ROW = new Value(0, Shape.of(3));
  private static final Value RESULT = new Value(1, Shape.of(2));

  @BeforeAll
  static void start() {
    Dl4jBackend.start();
  }

  private static NativeOperation operation(String name, Value written, Operand... operands) {
    return new NativeOperation(
        "dense", name, List.of(operands), written, List.of(), List.of(), true);
  }

  private static final NativeOperation MATMUL =
      operation("matmul", RESULT, ROW, new Operand.Constant(Nd4j.ones(3, 2)));

  @Test
  void aMatrixItsBiasAndItsActivationAreOne() {
    Operand bias = new Operand.Constant(Nd4j.ones(2));
    List<Operation> operations =
        List.of(
            MATMUL,
            operation("biasadd", RESULT, RESULT, bias),
            new ActivationCall(new ActivationTanH(), RESULT));
    assertThat(Group.of(operations))
        .containsExactly(new Group(operations, bias, new Eltwise(dnnl.dnnl_eltwise_tanh, 0, 0)));
  }

  @Test
  void anActivationThatOneDnnLacksStandsByItself() {
    Operation unknown = new ActivationCall(new ActivationHardSigmoid(), RESULT);
    assertThat(Group.of(List.of(MATMUL, unknown)))
        .containsExactly(
            new Group(List.of(MATMUL), null, null), new Group(List.of(unknown), null, null));
    assertThat(Recipes.of(new Group(List.of(unknown), null, null))).isSameAs(Recipes.plain());
  }

  @Test
  void whatWritesElsewhereIsNotDoneInPassing() {
    Operation copy = operation("relu", new Value(2, Shape.of(2)), RESULT);
    assertThat(Group.of(List.of(MATMUL, copy)))
        .extracting(group -> group.operations().size())
        .containsExactly(1, 1);
  }
}
