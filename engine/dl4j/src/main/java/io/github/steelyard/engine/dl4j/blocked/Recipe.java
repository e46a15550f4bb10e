package io.github.steelyard.engine.dl4j.blocked;

/** How one kind of layer becomes primitives. */
interface Recipe {
  /** Whether this is the recipe for the group. */
  boolean suits(Group group);

  /**
   * Adds the group's primitives.
   *
   * @throws RuntimeException where oneDNN has none for such sizes
   */
  void add(Group group, BlockedPlan plan);
}
