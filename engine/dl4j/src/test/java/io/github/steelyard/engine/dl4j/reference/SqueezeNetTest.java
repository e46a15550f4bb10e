package io.github.steelyard.engine.dl4j.reference;

import io.github.steelyard.engine.data.Shape;
import java.util.List;

/** Release 1.1 as torchvision counts it. */
class SqueezeNetTest extends ReferenceArchitectureContract {
  SqueezeNetTest() {
    super(new SqueezeNet(), "squeezenet-1.1", Shape.of(3, 64, 64));
  }

  @Override
  List<Published> published() {
    return List.of(new Published("squeezenet-1.1", 1_235_496, 0, 349_151_936));
  }
}
