package io.github.steelyard.engine.dl4j.reference;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.architecture.Architecture;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/**
 * A family of published networks. Found by {@link java.util.ServiceLoader}; the contract test that
 * every family's test extends says what it must do.
 */
public interface ReferenceArchitecture {
  /** What every network calls its one input. */
  String INPUT = Architecture.INPUT;

  /** In kebab-case: {@code vgg-19}. */
  List<String> names();

  /** One example as published, {@code [channels, height, width]}. */
  default Shape publishedShape() {
    return Shape.of(3, 224, 224);
  }

  /** How many classes the published networks tell apart. */
  default int publishedClasses() {
    return 1000;
  }

  /**
   * The network: {@link #INPUT} {@code [batch, channels, height, width]}, one output {@code [batch,
   * classes]} of probabilities.
   *
   * @param name one of {@link #names}
   * @param exampleShape {@code [channels, height, width]}
   * @param classes at least 2
   * @param seed of its first weights
   * @throws io.github.steelyard.engine.problem.BadInputException when it cannot be built for such
   *     examples or classes
   */
  ComputationGraphConfiguration configure(String name, Shape exampleShape, int classes, long seed);
}
