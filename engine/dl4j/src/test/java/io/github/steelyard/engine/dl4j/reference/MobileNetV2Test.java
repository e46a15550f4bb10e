package io.github.steelyard.engine.dl4j.reference;

import io.github.steelyard.engine.data.Shape;
import java.util.List;

/** Sandler et al. 2018 as torchvision counts it; 17,056 channels are normalized. */
class MobileNetV2Test extends ReferenceArchitectureContract {
  MobileNetV2Test() {
    super(new MobileNetV2(), "mobilenet-v2", Shape.of(3, 64, 64));
  }

  @Override
  List<Published> published() {
    return List.of(new Published("mobilenet-v2", 3_504_872, 34_112, 300_774_272));
  }
}
