package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;

/** What ND4J does, with its operations, on numbers in plain order. */
final class PlainRecipe implements Recipe {
  @Override
  public boolean suits(Group group) {
    return true;
  }

  @Override
  public void add(Group group, BlockedPlan plan) {
    group.operations().forEach(plan::plain);
  }
}
