package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;
import io.github.steelyard.engine.dl4j.forward.program.Operand;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batch normalization of images by running statistics. */
final class NormalizationRecipe implements Recipe {
  @Override
  public boolean suits(Group group) {
    return group.name().equals("batchnorm") && group.input().shape().rank() == 3;
  }

  @Override
  public void add(Group group, BlockedPlan plan) {
    List<Operand> operands = group.layer().operands();
    batch_normalization_forward.desc wish =
        new batch_normalization_forward.desc(
            dnnl.dnnl_forward_inference,
            plan.layout(group.input()),
            group.layer().numbers().get(0).floatValue(),
            dnnl.dnnl_use_global_stats | dnnl.dnnl_use_scaleshift);
    batch_normalization_forward.primitive_desc found =
        new batch_normalization_forward.primitive_desc(wish, plan.attributes(), plan.cpu());
    BlockedPlan.Call call = plan.call(found, new batch_normalization_forward(found));
    call.read(dnnl.DNNL_ARG_SRC, group.input(), found.src_desc());
    call.vector(dnnl.DNNL_ARG_MEAN, BlockedPlan.array(operands.get(1)));
    call.vector(dnnl.DNNL_ARG_VARIANCE, BlockedPlan.array(operands.get(2)));
    INDArray scale = BlockedPlan.array(operands.get(3));
    INDArray shift = BlockedPlan.array(operands.get(4));
    call.made(
        dnnl.DNNL_ARG_SCALE_SHIFT, scale, () -> Nd4j.concat(0, scale.ravel(), shift.ravel()), 2);
    call.write(dnnl.DNNL_ARG_DST, group.writes(), found.dst_desc());
  }
}
