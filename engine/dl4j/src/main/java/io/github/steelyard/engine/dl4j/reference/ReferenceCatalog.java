package io.github.steelyard.engine.dl4j.reference;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.profile.GraphProfile;
import io.github.steelyard.engine.inference.profile.ModelCatalog;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.util.List;
import java.util.Map;

/** The published networks as published: their own input and number of classes. */
@AutoService(ModelCatalog.class)
public final class ReferenceCatalog implements ModelCatalog {
  /** Costs do not depend on it. */
  private static final long ANY_SEED = 0;

  private final ReferenceArchitectures architectures = ReferenceArchitectures.found();

  @Override
  public List<String> names() {
    return architectures.names();
  }

  @Override
  public ModelProfile profile(String name) {
    ReferenceArchitecture family = architectures.family(name);
    Dl4jBackend.start();
    return GraphProfile.of(
        family.configure(name, family.publishedShape(), family.publishedClasses(), ANY_SEED),
        Map.of(ReferenceArchitecture.INPUT, family.publishedShape()));
  }
}
