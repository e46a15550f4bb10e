package io.github.steelyard.jobs.evaluate;

/** A family of models of drawn digits that train in a moment. */
public final class SmallDigits {
  private SmallDigits() {}

  /**
   * The family's file.
   *
   * @param seeds as they stand in it: {@code 1, 2}; one model for each
   */
  public static String family(String seeds) {
    return """
        name: small
        dataset:
          name: digits
          format: synthetic
          classes: 10
          splits:
            train: {examples: 400, seed: 1}
        preprocessing: {scale: 1/255, layout: NCHW}
        axes: {epochs: 4, seeds: [%s]}
        models: [{architecture: mlp, width: 16, depth: 1}]
        """
        .formatted(seeds);
  }
}
