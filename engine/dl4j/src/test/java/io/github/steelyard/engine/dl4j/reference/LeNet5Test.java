package io.github.steelyard.engine.dl4j.reference;

import io.github.steelyard.engine.data.Shape;
import java.util.List;

/**
 * 156 + 2,416 + 48,120 + 10,164 + 850 parameters; MACs 28 x 28 x 150, 10 x 10 x 2,400, 48,000,
 * 10,080 and 840.
 */
class LeNet5Test extends ReferenceArchitectureContract {
  LeNet5Test() {
    super(new LeNet5(), "lenet-5", Shape.of(1, 28, 28));
  }

  @Override
  List<Published> published() {
    return List.of(new Published("lenet-5", 61_706, 0, 416_520));
  }
}
