package io.github.steelyard.engine.dl4j.blocked;

import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;
import io.github.steelyard.engine.dl4j.blocked.plan.OneDnn;
import io.github.steelyard.engine.dl4j.blocked.plan.PackedWeights;
import io.github.steelyard.engine.dl4j.blocked.recipe.Group;
import io.github.steelyard.engine.dl4j.blocked.recipe.Recipe;
import io.github.steelyard.engine.dl4j.blocked.recipe.Recipes;
import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.running.Forward;
import io.github.steelyard.engine.dl4j.forward.running.ForwardPass;
import java.util.ArrayList;
import java.util.List;

/**
 * A lean network whose layers run as oneDNN's primitives where it has them, on parameters that all
 * threads share.
 *
 * <p>Each layer is first held against libnd4j's own code. One that differs stays as the lean
 * network has it; {@link #notes} says so.
 */
public final class BlockedNetwork implements AutoCloseable {
  private record Layer(Group group, Recipe recipe) {}

  private final OneDnn oneDnn;
  private final Program program;
  private final PackedWeights weights;
  private final List<Layer> layers = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private BlockedNetwork(OneDnn oneDnn, Program program) {
    this.oneDnn = oneDnn;
    this.program = program;
    this.weights = new PackedWeights(oneDnn);
  }

  /** The program must not change any more. */
  public static BlockedNetwork of(OneDnn oneDnn, Program program) {
    BlockedNetwork network = new BlockedNetwork(oneDnn, program);
    BlockedCheck check = new BlockedCheck(oneDnn, network.notes);
    for (Group group : Group.of(program.operations())) {
      network.layers.add(new Layer(group, check.agreeing(group, Recipes.of(group))));
    }
    return network;
  }

  /** Layers that do not run in oneDNN's formats although it has them, and why. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** How much the parameters take that are kept a second time, packed. */
  public long packedBytes() {
    return layers.stream().mapToLong(layer -> layer.recipe.packedBytes(layer.group)).sum();
  }

  /** A forward pass for one thread. */
  public Forward newPass() {
    return new ForwardPass(program.outputs(), this::plan);
  }

  private BlockedPlan plan(long rows) {
    return BlockedPlan.of(
        oneDnn,
        weights,
        rows,
        program.inputs(),
        plan -> {
          layers.forEach(layer -> layer.recipe.add(layer.group, plan));
          program.outputs().forEach(plan::output);
        });
  }

  /** Frees packed parameters; passes must not run any more. */
  @Override
  public void close() {
    weights.close();
  }
}
