package io.github.steelyard.engine.inference.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What every catalog must do; its test supplies it. */
public abstract class ModelCatalogContract {
  private final ModelCatalog catalog;

  protected ModelCatalogContract(ModelCatalog catalog) {
    this.catalog = catalog;
  }

  @Test
  void isFound() {
    assertThat(ServiceLoader.load(ModelCatalog.class))
        .anySatisfy(found -> assertThat(found).hasSameClassAs(catalog));
  }

  @Test
  void namesModelsOnceEachInOrder() {
    assertThat(catalog.names()).isNotEmpty().doesNotHaveDuplicates().isSorted();
    assertThat(catalog.names()).allSatisfy(name -> assertThat(name).matches("[a-z0-9.-]+"));
  }

  @Test
  void tellsWhatEachOfThemIs() {
    for (String name : catalog.names()) {
      ModelProfile profile = catalog.profile(name);
      assertThat(profile.layers()).as(name).isNotEmpty();
      assertThat(profile.inputs()).as(name).isNotEmpty();
      assertThat(profile.outputs()).as(name).isNotEmpty();
      assertThat(profile.parameters()).as(name).isPositive();
      assertThat(profile.runningStatistics()).as(name).isBetween(0L, profile.parameters() - 1);
      assertThat(profile.macsPerExample()).as(name).isPositive();
      assertThat(profile.fileBytes()).as(name).isZero();
    }
  }

  @Test
  void refusesANameThatIsNone() {
    assertThatThrownBy(() -> catalog.profile("no-such-model"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'no-such-model'")
        .hasMessageContaining(catalog.names().get(0));
  }
}
