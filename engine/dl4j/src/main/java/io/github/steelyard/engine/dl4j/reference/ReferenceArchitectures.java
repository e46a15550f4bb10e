package io.github.steelyard.engine.dl4j.reference;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/** The published networks on the class path, by name; a user's own come in with {@code --jars}. */
public final class ReferenceArchitectures {
  private final TreeMap<String, ReferenceArchitecture> byName = new TreeMap<>();

  private ReferenceArchitectures(Iterable<ReferenceArchitecture> families) {
    for (ReferenceArchitecture family : families) {
      for (String name : family.names()) {
        if (byName.put(name, family) != null) {
          throw new IllegalStateException(
              "Cannot tell two reference architectures apart that are both named '" + name + "'");
        }
      }
    }
  }

  /** Looks them up through the context class loader. */
  public static ReferenceArchitectures found() {
    return new ReferenceArchitectures(ServiceLoader.load(ReferenceArchitecture.class));
  }

  /** Sorted. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * The family that has a network of that name.
   *
   * @throws BadInputException when there is none
   */
  public ReferenceArchitecture family(String name) {
    ReferenceArchitecture family = byName.get(name);
    if (family == null) {
      throw new BadInputException(
          "Unknown reference architecture: '"
              + name
              + "'. Known: "
              + String.join(", ", names())
              + ".");
    }
    return family;
  }

  /**
   * A network with its first weights, which the seed alone decides. The caller closes it: its
   * weights lie outside Java's heap.
   *
   * @throws BadInputException as {@link #family} and {@link ReferenceArchitecture#configure}
   */
  public ComputationGraph initialized(String name, Shape exampleShape, int classes, long seed) {
    Dl4jBackend.start();
    ComputationGraphConfiguration configuration =
        family(name).configure(name, exampleShape, classes, seed);
    // This thread's own random numbers, from which the weights are drawn.
    Nd4j.getRandom().setSeed(seed);
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    return network;
  }
}
