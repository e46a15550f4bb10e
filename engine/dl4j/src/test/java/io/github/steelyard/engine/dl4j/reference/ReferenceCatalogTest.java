package io.github.steelyard.engine.dl4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.inference.profile.ModelCatalogContract;
import org.junit.jupiter.api.Test;

class ReferenceCatalogTest extends ModelCatalogContract {
  ReferenceCatalogTest() {
    super(new ReferenceCatalog());
  }

  @Test
  void knowsThePublishedNetworks() {
    assertThat(new ReferenceCatalog().names())
        .containsExactly(
            "lenet-5",
            "mobilenet-v2",
            "resnet-18",
            "resnet-34",
            "resnet-50",
            "squeezenet-1.1",
            "vgg-11",
            "vgg-13",
            "vgg-16",
            "vgg-19");
  }
}
