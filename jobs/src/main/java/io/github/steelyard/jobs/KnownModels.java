package io.github.steelyard.jobs;

import io.github.steelyard.engine.inference.profile.ModelCatalog;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.List;
import java.util.ServiceLoader;

/** The models of all catalogs on the class path, a user's own ({@code --jars}) among them. */
final class KnownModels {
  private final List<ModelCatalog> catalogs;

  private KnownModels(List<ModelCatalog> catalogs) {
    this.catalogs = catalogs;
  }

  static KnownModels found() {
    return new KnownModels(
        ServiceLoader.load(ModelCatalog.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /** The model of that name, from the first catalog that has one. */
  ModelProfile profile(String name) {
    return catalogs.stream()
        .filter(catalog -> catalog.names().contains(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Cannot inspect '"
                        + name
                        + "': expected a model file or one of the names "
                        + String.join(", ", names())
                        + ". Found: neither."))
        .profile(name);
  }

  private List<String> names() {
    return catalogs.stream().flatMap(catalog -> catalog.names().stream()).sorted().toList();
  }
}
