package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;
import io.github.steelyard.engine.dl4j.blocked.plan.Layouts;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.pooling_forward;

/** The largest, or the mean, of each window; means count no padding. */
final class PoolingRecipe implements Recipe {
  private static final Map<String, Integer> ALGORITHMS =
      Map.of(
          "maxpool2d", dnnl.dnnl_pooling_max,
          "avgpool2d", dnnl.dnnl_pooling_avg_exclude_padding);

  @Override
  public boolean suits(Group group) {
    return ALGORITHMS.containsKey(group.name());
  }

  @Override
  public void add(Group group, BlockedPlan plan) {
    Integer algorithm = ALGORITHMS.get(group.name());
    if (algorithm == null) {
      throw new IllegalArgumentException(group.name());
    }
    Window window = Window.of(group.layer());
    pooling_forward.desc wish =
        new pooling_forward.desc(
            dnnl.dnnl_forward_inference,
            algorithm,
            plan.layout(group.input()),
            Layouts.free(plan.shape(group.writes())),
            window.strides(),
            window.sizes(),
            window.before(),
            window.after());
    pooling_forward.primitive_desc found =
        new pooling_forward.primitive_desc(wish, plan.attributes(), plan.cpu());
    BlockedPlan.Call call = plan.call(found, new pooling_forward(found));
    call.read(dnnl.DNNL_ARG_SRC, group.input(), found.src_desc());
    call.write(dnnl.DNNL_ARG_DST, group.writes(), found.dst_desc());
  }
}
