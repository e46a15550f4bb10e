package io.github.steelyard.engine.dl4j.reference;

import io.github.steelyard.engine.data.Shape;
import java.util.List;

/** Simonyan and Zisserman 2015 as torchvision counts them. */
class VggFamilyTest extends ReferenceArchitectureContract {
  VggFamilyTest() {
    super(new VggFamily(), "vgg-11", Shape.of(1, 32, 32));
  }

  @Override
  List<Published> published() {
    return List.of(
        new Published("vgg-11", 132_863_336, 0, 7_609_090_048L),
        new Published("vgg-13", 133_047_848, 0, 11_308_466_176L),
        new Published("vgg-16", 138_357_544, 0, 15_470_264_320L),
        new Published("vgg-19", 143_667_240, 0, 19_632_062_464L));
  }
}
