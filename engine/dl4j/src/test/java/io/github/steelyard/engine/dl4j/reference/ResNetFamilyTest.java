package io.github.steelyard.engine.dl4j.reference;

import io.github.steelyard.engine.data.Shape;
import java.util.List;

/**
 * He et al. 2016 as torchvision counts them; two running statistics for each of the 4,800, 8,512
 * and 26,560 normalized channels.
 */
class ResNetFamilyTest extends ReferenceArchitectureContract {
  ResNetFamilyTest() {
    super(new ResNetFamily(), "resnet-18", Shape.of(3, 32, 32));
  }

  @Override
  List<Published> published() {
    return List.of(
        new Published("resnet-18", 11_689_512, 9_600, 1_814_073_344L),
        new Published("resnet-34", 21_797_672, 17_024, 3_663_761_408L),
        new Published("resnet-50", 25_557_032, 53_120, 4_089_184_256L));
  }
}
