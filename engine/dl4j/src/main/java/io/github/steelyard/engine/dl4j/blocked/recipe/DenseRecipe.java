package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;
import io.github.steelyard.engine.dl4j.blocked.plan.Layouts;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows times a matrix, plus a row. The matrix is read where it lies: it holds most of a network's
 * bytes, which a packed copy would double.
 */
final class DenseRecipe implements Recipe {
  @Override
  public boolean suits(Group group) {
    return group.name().equals("matmul") && group.input().shape().rank() == 1;
  }

  @Override
  public void add(Group group, BlockedPlan plan) {
    INDArray weights = BlockedPlan.array(group.layer().operands().get(1));
    memory.desc matrix =
        Layouts.strided(
            new long[] {weights.size(1), weights.size(0)},
            new long[] {weights.stride(1), weights.stride(0)});
    memory.desc rows = Layouts.plain(plan.shape(group.input()));
    memory.desc output = Layouts.plain(plan.shape(group.writes()));
    inner_product_forward.desc wish =
        group.bias() == null
            ? new inner_product_forward.desc(dnnl.dnnl_forward_inference, rows, matrix, output)
            : new inner_product_forward.desc(
                dnnl.dnnl_forward_inference,
                rows,
                matrix,
                Layouts.free(new long[] {weights.size(1)}),
                output);
    inner_product_forward.primitive_desc found =
        new inner_product_forward.primitive_desc(
            wish, plan.attributes(group.eltwise()), plan.cpu());
    BlockedPlan.Call call = plan.call(found, new inner_product_forward(found));
    call.read(dnnl.DNNL_ARG_SRC, group.input(), found.src_desc());
    call.constant(dnnl.DNNL_ARG_WEIGHTS, weights, matrix, found.weights_desc());
    if (group.bias() != null) {
      call.vector(dnnl.DNNL_ARG_BIAS, BlockedPlan.array(group.bias()));
    }
    call.write(dnnl.DNNL_ARG_DST, group.writes(), found.dst_desc());
  }
}
