package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.softmax_forward;

/** Probabilities out of rows of logits. */
final class SoftmaxRecipe implements Recipe {
  private static final int COLUMNS = 1;

  @Override
  public boolean suits(Group group) {
    return group.name().equals("softmax") && group.input().shape().rank() == 1;
  }

  @Override
  public void add(Group group, BlockedPlan plan) {
    memory.desc layout = plan.layout(group.input());
    softmax_forward.primitive_desc found =
        new softmax_forward.primitive_desc(
            new softmax_forward.desc(dnnl.dnnl_forward_inference, layout, COLUMNS),
            plan.attributes(),
            plan.cpu());
    BlockedPlan.Call call = plan.call(found, new softmax_forward(found));
    call.read(dnnl.DNNL_ARG_SRC, group.input(), layout);
    call.write(dnnl.DNNL_ARG_DST, group.writes(), layout);
  }
}
