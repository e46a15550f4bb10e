package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;
import io.github.steelyard.engine.dl4j.blocked.plan.Eltwise;
import java.util.Objects;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/** Activations by themselves. */
final class EltwiseRecipe implements Recipe {
  @Override
  public boolean suits(Group group) {
    return group.eltwise() != null;
  }

  @Override
  public void add(Group group, BlockedPlan plan) {
    Eltwise function = Objects.requireNonNull(group.eltwise());
    memory.desc layout = plan.layout(group.input());
    eltwise_forward.primitive_desc found =
        new eltwise_forward.primitive_desc(
            new eltwise_forward.desc(
                dnnl.dnnl_forward_inference,
                function.algorithm(),
                layout,
                function.alpha(),
                function.beta()),
            plan.attributes(),
            plan.cpu());
    BlockedPlan.Call call = plan.call(found, new eltwise_forward(found));
    call.read(dnnl.DNNL_ARG_SRC, group.input(), layout);
    call.write(dnnl.DNNL_ARG_DST, group.writes(), layout);
  }
}
