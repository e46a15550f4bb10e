package io.github.steelyard.engine.dl4j.layered;

import io.github.steelyard.engine.dl4j.forward.check.Difference;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A layer without oneDNN which also runs its twin, that may use it, on the same input, and keeps
 * how far the twin's result is from its own. So each layer answers for itself alone.
 */
final class ComparedLayer extends BaseWrapperLayer {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ComparedLayer.class);

  private final Layer twin;
  private transient @Nullable INDArray given;
  private transient @Nullable Difference difference;

  ComparedLayer(Layer builtIn, Layer twin) {
    super(new BuiltInLayer(builtIn));
    this.twin = twin;
  }

  /** Null before it ran. */
  @Nullable Difference difference() {
    return difference;
  }

  @Override
  public void setInput(INDArray input, LayerWorkspaceMgr workspaces) {
    keep(input);
    super.setInput(input, workspaces);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    return compared(underlying.activate(training, workspaces), workspaces);
  }

  @Override
  public INDArray activate(INDArray input, boolean training, LayerWorkspaceMgr workspaces) {
    keep(input);
    return compared(underlying.activate(input, training, workspaces), workspaces);
  }

  /** A layer may write into its input. */
  private void keep(INDArray input) {
    given = input.dup();
  }

  private INDArray compared(INDArray own, LayerWorkspaceMgr workspaces) {
    INDArray input = given;
    if (input == null) {
      throw new IllegalStateException("a layer ran before it had an input");
    }
    try {
      difference = Difference.of(twin.activate(input, false, workspaces), own);
    } catch (RuntimeException e) {
      LOG.debug("oneDNN cannot run {}", twin, e);
      difference = Difference.NO_RESULT;
    } finally {
      twin.clear();
      given = null;
    }
    return own;
  }

  @Override
  public void clear() {
    super.clear();
    twin.clear();
  }
}
