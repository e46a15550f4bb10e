package io.github.steelyard.engine.dl4j;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.LocalResponseNormalizationHelper;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A normalization whose helper is deliberately wrong: it gives its input and some more. */
final class WrongHelperLayer extends LocalResponseNormalization {
  private static final long serialVersionUID = 1L;

  private final float wrongBy;

  WrongHelperLayer(float wrongBy) {
    this.wrongBy = wrongBy;
    // With these the right answer is the input.
    setK(1);
    setN(1);
    setAlpha(0);
    setLayerName("wrong");
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    Layer layer = new Wrong(conf, type, wrongBy);
    layer.setIndex(index);
    return layer;
  }

  /** Deeplearning4j's own layer, with that helper. */
  private static final class Wrong
      extends org.deeplearning4j.nn.layers.normalization.LocalResponseNormalization {
    private static final long serialVersionUID = 1L;

    Wrong(NeuralNetConfiguration conf, DataType type, float wrongBy) {
      super(conf, type);
      helper = new WrongHelper(wrongBy);
    }
  }

  private record WrongHelper(float wrongBy) implements LocalResponseNormalizationHelper {
    @Override
    public boolean checkSupported(double k, double n, double alpha, double beta) {
      return true;
    }

    @Override
    public boolean checkSupported() {
      return true;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
        INDArray input,
        INDArray epsilon,
        double k,
        double n,
        double alpha,
        double beta,
        LayerWorkspaceMgr workspaces) {
      throw new UnsupportedOperationException("nothing is trained here");
    }

    @Override
    public INDArray activate(
        INDArray input,
        boolean training,
        double k,
        double n,
        double alpha,
        double beta,
        LayerWorkspaceMgr workspaces) {
      return workspaces.leverageTo(ArrayType.ACTIVATIONS, input.add(wrongBy));
    }

    @Override
    public Map<String, Long> helperMemoryUse() {
      return Map.of();
    }
  }
}
