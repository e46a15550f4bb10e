package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;

/** How one kind of layer becomes primitives. */
public interface Recipe {
  /** Whether this is the recipe for the group. */
  boolean suits(Group group);

  /** How much its parameters take that are kept a second time, packed. */
  default long packedBytes(Group group) {
    return 0;
  }

  /**
   * Adds the group's primitives.
   *
   * @throws RuntimeException where oneDNN has none for such sizes
   */
  void add(Group group, BlockedPlan plan);
}
