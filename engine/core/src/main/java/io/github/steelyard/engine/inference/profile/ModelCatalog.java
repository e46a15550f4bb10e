package io.github.steelyard.engine.inference.profile;

import java.util.List;

/**
 * Models that are known by name, without a file. Found by {@link java.util.ServiceLoader}; the
 * contract test that every catalog's test extends says what it must do.
 */
public interface ModelCatalog {
  /** In kebab-case, sorted: {@code vgg-19}. */
  List<String> names();

  /**
   * What such a model is and costs, from its configuration alone: no weight is allocated, so that
   * the largest costs no more memory than the smallest.
   *
   * @throws io.github.steelyard.engine.problem.BadInputException when the name is none of {@link
   *     #names}
   */
  ModelProfile profile(String name);
}
