package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.data.Shape;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.util.ConvolutionUtils;

/** The arguments that all operations with a sliding window begin with. */
final class Windows {
  private Windows() {}

  /**
   * @param input channels, height, width
   * @param more arguments that follow
   */
  static long[] arguments(
      int[] kernel,
      int[] stride,
      int[] padding,
      int[] dilation,
      ConvolutionMode mode,
      Shape input,
      Shape output,
      long... more) {
    boolean same = mode == ConvolutionMode.Same;
    int[] pad =
        same
            ? ConvolutionUtils.getSameModeTopLeftPadding(
                sides(output), sides(input), kernel, stride, dilation)
            : padding;
    long[] arguments = {
      kernel[0],
      kernel[1],
      stride[0],
      stride[1],
      pad[0],
      pad[1],
      dilation[0],
      dilation[1],
      same ? 1 : 0
    };
    long[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return all;
  }

  private static int[] sides(Shape image) {
    return new int[] {Math.toIntExact(image.extent(1)), Math.toIntExact(image.extent(2))};
  }
}
