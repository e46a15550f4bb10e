package io.github.steelyard.engine.dl4j.blocked.recipe;

import java.util.List;

/** All recipes. A new one is a class and a place in this list. */
public final class Recipes {
  private static final Recipe PLAIN = new PlainRecipe();

  private static final List<Recipe> ALL =
      List.of(
          new ConvolutionRecipe(),
          new PoolingRecipe(),
          new DenseRecipe(),
          new NormalizationRecipe(),
          new ArithmeticRecipe(),
          new SoftmaxRecipe(),
          new EltwiseRecipe());

  private Recipes() {}

  /** The group's recipe; that of ND4J where there is no other. */
  public static Recipe of(Group group) {
    return group.oneDnn()
        ? ALL.stream().filter(recipe -> recipe.suits(group)).findFirst().orElse(PLAIN)
        : PLAIN;
  }

  public static Recipe plain() {
    return PLAIN;
  }
}
