package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.dl4j.blocked.plan.BlockedPlan;
import io.github.steelyard.engine.dl4j.blocked.plan.Layouts;
import io.github.steelyard.engine.dl4j.forward.program.NativeOperation;
import io.github.steelyard.engine.dl4j.forward.program.Operand;
import java.util.List;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Convolutions, of all channels together or of each by itself. */
public final class ConvolutionRecipe implements Recipe {
  private static final String DEPTHWISE = "depthwise_conv2d";

  @Override
  public boolean suits(Group group) {
    return group.name().equals("conv2d") || group.name().equals(DEPTHWISE);
  }

  @Override
  public long packedBytes(Group group) {
    return BlockedPlan.array(group.layer().operands().get(1)).length() * Float.BYTES;
  }

  @Override
  public void add(Group group, BlockedPlan plan) {
    NativeOperation layer = group.layer();
    List<Operand> operands = layer.operands();
    boolean biased = operands.size() == 3;
    long[] output = plan.shape(group.writes());
    INDArray weights = BlockedPlan.array(operands.get(1));
    memory.desc kernels =
        layer.name().equals(DEPTHWISE)
            ? depthwise(weights)
            : Layouts.strided(weights.shape(), weights.stride());
    Window window = Window.of(layer);
    memory.desc free = Layouts.free(plan.shape(group.input()));
    convolution_forward.desc wish =
        biased
            ? new convolution_forward.desc(
                dnnl.dnnl_forward_inference,
                dnnl.dnnl_convolution_direct,
                free,
                Layouts.free(kernels),
                Layouts.free(new long[] {output[1]}),
                Layouts.free(output),
                window.strides(),
                window.dilations(),
                window.before(),
                window.after())
            : new convolution_forward.desc(
                dnnl.dnnl_forward_inference,
                dnnl.dnnl_convolution_direct,
                free,
                Layouts.free(kernels),
                Layouts.free(output),
                window.strides(),
                window.dilations(),
                window.before(),
                window.after());
    convolution_forward.primitive_desc found =
        new convolution_forward.primitive_desc(wish, plan.attributes(group.eltwise()), plan.cpu());
    BlockedPlan.Call call = plan.call(found, new convolution_forward(found));
    call.read(dnnl.DNNL_ARG_SRC, group.input(), found.src_desc());
    call.constant(dnnl.DNNL_ARG_WEIGHTS, weights, kernels, found.weights_desc());
    if (biased) {
      call.vector(dnnl.DNNL_ARG_BIAS, BlockedPlan.array(operands.get(2)));
    }
    call.write(dnnl.DNNL_ARG_DST, group.writes(), found.dst_desc());
  }

  /** ND4J's order is height, width, channel, multiplier. */
  private static memory.desc depthwise(INDArray weights) {
    long[] shape = weights.shape();
    long[] stride = weights.stride();
    return Layouts.strided(
        new long[] {shape[2], shape[3], 1, shape[0], shape[1]},
        new long[] {stride[2], stride[3], 1, stride[0], stride[1]});
  }
}
