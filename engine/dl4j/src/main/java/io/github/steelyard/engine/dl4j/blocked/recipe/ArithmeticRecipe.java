package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/** Sums and maxima of two branches of one shape. */
final class ArithmeticRecipe implements Recipe {
  private static final Map<String, Integer> ALGORITHMS =
      Map.of("add", dnnl.dnnl_binary_add, "maximum", dnnl.dnnl_binary_max);

  @Override
  public boolean suits(Group group) {
    return ALGORITHMS.containsKey(group.name()) && group.head().reads().size() == 2;
  }

  @Override
  public void add(Group group, BlockedPlan plan) {
    Integer algorithm = ALGORITHMS.get(group.name());
    if (algorithm == null) {
      throw new IllegalArgumentException(group.name());
    }
    List<Value> branches = group.head().reads();
    memory.desc layout = plan.layout(branches.get(0));
    binary.desc wish = new binary.desc(algorithm, layout, layout, layout);
    binary.primitive_desc found = new binary.primitive_desc(wish, plan.attributes(), plan.cpu());
    BlockedPlan.Call call = plan.call(found, new binary(found));
    call.read(dnnl.DNNL_ARG_SRC_0, branches.get(0), layout);
    call.read(dnnl.DNNL_ARG_SRC_1, branches.get(1), layout);
    call.write(dnnl.DNNL_ARG_DST, group.writes(), layout);
  }
}
