package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.dl4j.blocked.plan.Eltwise;
import io.github.steelyard.engine.dl4j.forward.program.ActivationCall;
import io.github.steelyard.engine.dl4j.forward.program.NativeOperation;
import io.github.steelyard.engine.dl4j.forward.program.Operand;
import io.github.steelyard.engine.dl4j.forward.program.Operation;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Operations that one primitive may do in one pass over memory: a layer, its bias and its
 * activation.
 *
 * @param bias that a further operation adds
 * @param eltwise what is done to the result, number by number
 */
public record Group(List<Operation> operations, @Nullable Operand bias, @Nullable Eltwise eltwise) {
  private static final Set<String> HEADS =
      Set.of("conv2d", "depthwise_conv2d", "matmul", "identity");

  public static List<Group> of(List<Operation> operations) {
    List<Group> groups = new ArrayList<>();
    for (int from = 0; from < operations.size(); ) {
      Group group = from(operations.subList(from, operations.size()));
      groups.add(group);
      from += group.operations.size();
    }
    return groups;
  }

  private static Group from(List<Operation> operations) {
    Operation head = operations.get(0);
    Operand bias = null;
    Eltwise eltwise = null;
    int size = 1;
    if (head instanceof NativeOperation named && HEADS.contains(named.name())) {
      if (named.name().equals("matmul") && size < operations.size()) {
        bias = bias(operations.get(size), head.writes());
        size += bias == null ? 0 : 1;
      }
      if (size < operations.size() && inPlace(operations.get(size), head.writes())) {
        eltwise = Eltwise.of(operations.get(size));
        size += eltwise == null ? 0 : 1;
      }
    } else if (head instanceof NativeOperation) {
      eltwise = Eltwise.of(head);
    }
    return new Group(List.copyOf(operations.subList(0, size)), bias, eltwise);
  }

  private static @Nullable Operand bias(Operation operation, Value value) {
    return inPlace(operation, value)
            && operation instanceof NativeOperation named
            && named.name().equals("biasadd")
        ? named.operands().get(1)
        : null;
  }

  private static boolean inPlace(Operation operation, Value value) {
    return operation.writes().equals(value) && operation.reads().equals(List.of(value));
  }

  public Operation head() {
    return operations.get(0);
  }

  /** The same, over other values, and never in place. */
  public Group over(List<Value> inputs, Value written) {
    List<Operation> moved = new ArrayList<>();
    moved.add(layer().over(inputs, written));
    for (Operation follower : operations.subList(1, operations.size())) {
      moved.add(
          follower instanceof NativeOperation named
              ? named.over(List.of(written), written)
              : new ActivationCall(((ActivationCall) follower).function(), written));
    }
    return new Group(List.copyOf(moved), bias, eltwise);
  }

  /** The first operation, as one of libnd4j's. */
  public NativeOperation layer() {
    return (NativeOperation) head();
  }

  public Value writes() {
    return head().writes();
  }

  /** What the whole group reads. */
  public Value input() {
    return head().reads().get(0);
  }

  /** Libnd4j's name of the first operation; empty where Deeplearning4j does it itself. */
  public String name() {
    return head() instanceof NativeOperation named ? named.name() : "";
  }

  /** Whether oneDNN may run it at all. */
  public boolean oneDnn() {
    return operations.stream()
        .allMatch(operation -> !(operation instanceof NativeOperation named) || named.oneDnn());
  }
}
