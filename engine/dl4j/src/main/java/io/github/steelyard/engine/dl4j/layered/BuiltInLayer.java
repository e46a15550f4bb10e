package io.github.steelyard.engine.dl4j.layered;

import io.github.steelyard.engine.dl4j.execution.SwitchedExecutioner;
import java.lang.reflect.Field;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer without oneDNN: neither does Deeplearning4j hand it over, nor do the operations that the
 * layer is made of.
 */
final class BuiltInLayer extends BaseWrapperLayer {
  private static final long serialVersionUID = 1L;

  BuiltInLayer(Layer layer) {
    super(layer);
    Layer inner = layer;
    while (inner instanceof BaseWrapperLayer wrapper) {
      inner = wrapper.getUnderlying();
    }
    removeHelper(inner);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    return SwitchedExecutioner.withoutOneDnn(() -> underlying.activate(training, workspaces));
  }

  @Override
  public INDArray activate(INDArray input, boolean training, LayerWorkspaceMgr workspaces) {
    return SwitchedExecutioner.withoutOneDnn(
        () -> underlying.activate(input, training, workspaces));
  }

  /** Deeplearning4j decides as it makes a layer, by a property of the whole process. */
  private static void removeHelper(Layer layer) {
    for (Class<?> kind = layer.getClass();
        kind != null && layer.getHelper() != null;
        kind = kind.getSuperclass()) {
      try {
        Field helper = kind.getDeclaredField("helper");
        helper.setAccessible(true);
        helper.set(layer, null);
      } catch (NoSuchFieldException e) {
        // A class above has it.
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("Cannot take the helper from " + kind, e);
      }
    }
    if (layer.getHelper() != null) {
      throw new IllegalStateException("Cannot take the helper from " + layer.getClass());
    }
  }
}
