package io.github.steelyard.engine.dl4j.blocked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;
import io.github.steelyard.engine.dl4j.blocked.plan.OneDnn;
import io.github.steelyard.engine.dl4j.blocked.recipe.ConvolutionRecipe;
import io.github.steelyard.engine.dl4j.blocked.recipe.Group;
import io.github.steelyard.engine.dl4j.blocked.recipe.Recipe;
import io.github.steelyard.engine.dl4j.blocked.recipe.Recipes;
import io.github.steelyard.engine.dl4j.forward.program.NativeOperation;
import io.github.steelyard.engine.dl4j.forward.program.Operand;
import io.github.steelyard.engine.dl4j.forward.program.Operation;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class BlockedCheckTest {
  private static final Value INPUT = new Value(0, Shape.of(3, 40, 40));

  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void start() {
    Dl4jBackend.start();
    assumeTrue(OneDnn.library().isPresent(), "there is no oneDNN for this platform");
  }

  private static List<Operation> rectifiedConvolution(int kernel) {
    Value output = new Value(1, Shape.of(4, 41 - kernel, 41 - kernel));
    Nd4j.getRandom().setSeed(4);
    Operand weights =
        new Operand.Constant(Nd4j.rand(DataType.FLOAT, new long[] {4, 3, kernel, kernel}));
    List<Long> arguments =
        List.of((long) kernel, (long) kernel, 1L, 1L, 0L, 0L, 1L, 1L, 0L, 0L, 1L);
    return List.of(
        new NativeOperation(
            "first", "conv2d", List.of(INPUT, weights), output, arguments, List.of(), true),
        new NativeOperation(
            "first", "relu", List.of(output), output, List.of(), List.of(0.0), true));
  }

  private Recipe checked(Group group, Recipe recipe) {
    return new BlockedCheck(OneDnn.library().orElseThrow(), notes).agreeing(group, recipe);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 16, 17, 40})
  void realPrimitivesAgreeWhateverTheWindow(int kernel) {
    List<Group> groups = Group.of(rectifiedConvolution(kernel));
    assertThat(groups).hasSize(1);
    Recipe recipe = Recipes.of(groups.get(0));
    assertThat(recipe).isInstanceOf(ConvolutionRecipe.class);
    assertThat(checked(groups.get(0), recipe)).isSameAs(recipe);
    assertThat(notes).isEmpty();
  }

  /** It forgets the activation. */
  private static final class WrongRecipe implements Recipe {
    @Override
    public boolean suits(Group group) {
      return true;
    }

    @Override
    public void add(Group group, BlockedPlan plan) {
      new ConvolutionRecipe().add(new Group(group.operations(), group.bias(), null), plan);
    }
  }

  @Test
  void aLayerThatDiffersRunsInPlainOrderAndSaysSo() {
    Group group = Group.of(rectifiedConvolution(3)).get(0);
    assertThat(checked(group, new WrongRecipe())).isSameAs(Recipes.plain());
    assertThat(notes).hasSize(1);
    assertThat(notes.get(0))
        .matches(
            "layer 'first': in oneDNN's own format its conv2d differs by [0-9.]+ from the"
                + " built-in one: it runs in plain order instead");
  }

  @Test
  void aLayerThatOneDnnRefusesRunsInPlainOrder() {
    Group group = Group.of(rectifiedConvolution(3)).get(0);
    Recipe refusing =
        new Recipe() {
          @Override
          public boolean suits(Group any) {
            return true;
          }

          @Override
          public void add(Group any, BlockedPlan plan) {
            throw new IllegalStateException("no primitive for such sizes");
          }
        };
    assertThat(checked(group, refusing)).isSameAs(Recipes.plain());
    assertThat(notes)
        .containsExactly(
            "layer 'first': in oneDNN's own format its conv2d differs by Infinity from the"
                + " built-in one: it runs in plain order instead");
  }

  @Test
  void whatAlreadyRunsBuiltInStaysSo() {
    List<Operation> builtIn = new ArrayList<>();
    for (Operation operation : rectifiedConvolution(3)) {
      builtIn.add(((NativeOperation) operation).builtIn());
    }
    assertThat(Recipes.of(Group.of(builtIn).get(0))).isSameAs(Recipes.plain());
  }
}
