package io.github.steelyard.datasets.duplicate;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;

/** Which way suits which inputs. */
public final class DuplicateMethods {
  private DuplicateMethods() {}

  /** For inputs of any kind. */
  public static DuplicateMethod exact() {
    return new ExactContent();
  }

  /** For the texts that stand beside inputs. */
  public static DuplicateMethod text() {
    return new TextResemblance();
  }

  /** By how images of uint8 look; by the columns of whatever else, each place being one. */
  public static DuplicateMethod near(TensorType type, Shape shape) {
    boolean image =
        type == TensorType.UINT8
            && shape.rank() == 3
            && (shape.extent(2) == 1 || shape.extent(2) == 3);
    return image ? new ImageResemblance(shape) : new RowResemblance(type);
  }
}
