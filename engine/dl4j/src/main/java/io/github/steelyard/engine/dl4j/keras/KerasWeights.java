package io.github.steelyard.engine.dl4j.keras;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arrays of a file's layers under Keras 2's names. An {@code .h5} file has them under their
 * layer's name and their own; a {@code .keras} file numbers layers by class and arrays by order.
 */
public final class KerasWeights {
  private static final String WHOLE_MODEL = "model_weights";

  /** In Keras 2.13's {@code .keras} files, instead of {@code layers}. */
  private static final String OLD_LAYERS = "_layer_checkpoint_dependencies";

  private static final int DEEPEST = 8;

  private final Hdf5Archive archive;
  private final boolean numbered;

  public KerasWeights(Hdf5Archive archive) {
    this.archive = archive;
    this.numbered = !archive.getGroups().contains(WHOLE_MODEL);
  }

  /** A layer's arrays, all that it needs. */
  public Map<String, INDArray> of(SourceLayer layer)
      throws KerasFormatException, UnsupportedKerasConfigurationException {
    List<String> found = new ArrayList<>();
    String group = numbered ? numberedGroup(layer.group()) : group(layer.name());
    if (!group.isEmpty()) {
      collect(group, found, 0);
    }
    Map<String, INDArray> arrays = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      String path = found.get(i);
      String name = numbered ? numberedName(layer, found, i) : name(layer, path);
      if (layer.weights().contains(name)) {
        int end = path.lastIndexOf('/');
        arrays.put(name, archive.readDataSet(path.substring(end + 1), path.substring(0, end)));
      }
    }
    for (String name : layer.weights()) {
      if (!arrays.containsKey(name)) {
        throw new KerasFormatException(
            "it holds no " + name + " for its layer '" + layer.name() + "'");
      }
    }
    addConstants(layer, arrays);
    return arrays;
  }

  /** The importer asks even a normalization without scale or shift for both. */
  private static void addConstants(SourceLayer layer, Map<String, INDArray> arrays) {
    INDArray mean = arrays.get("moving_mean");
    if (layer.kind().equals("BatchNormalization") && mean != null) {
      arrays.computeIfAbsent("gamma", name -> Nd4j.onesLike(mean));
      arrays.computeIfAbsent("beta", name -> Nd4j.zerosLike(mean));
    }
  }

  private String group(String layer) {
    return archive.getGroups(WHOLE_MODEL).contains(layer.split("/", -1)[0])
        ? WHOLE_MODEL + "/" + layer
        : "";
  }

  private String numberedGroup(String group) {
    String top = archive.getGroups().contains("layers") ? "layers" : OLD_LAYERS;
    String inner = group.substring(group.indexOf('/') + 1);
    return archive.getGroups().contains(top) && archive.getGroups(top).contains(inner)
        ? top + "/" + inner
        : "";
  }

  /** All arrays below a group; what random layers keep is none of the model's. */
  private void collect(String group, List<String> found, int depth) throws KerasFormatException {
    if (depth > DEEPEST) {
      throw new KerasFormatException("its weights are nested more than " + DEEPEST + " deep");
    }
    archive.getDataSets(group).stream()
        .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
        .forEach(name -> found.add(group + "/" + name));
    for (String inner : archive.getGroups(group)) {
      if (!inner.startsWith("seed_generator")) {
        collect(group + "/" + inner, found, depth + 1);
      }
    }
  }

  /** {@code conv2d/kernel}, {@code conv2d/kernel:0}, {@code lstm/lstm_cell/bias}. */
  private static String name(SourceLayer layer, String path) {
    String last =
        path.substring(path.lastIndexOf('/') + 1).replaceAll(":\\d+$", "").replaceAll("_\\d+$", "");
    if (layer.kind().equals("DepthwiseConv2D") && last.equals("kernel")) {
      return "depthwise_kernel";
    }
    return way(path) + last;
  }

  private static String numberedName(SourceLayer layer, List<String> found, int index) {
    String path = found.get(index);
    String way = way(path);
    List<String> names = layer.weights().stream().filter(name -> name.startsWith(way)).toList();
    long before = found.stream().limit(index).filter(other -> way(other).equals(way)).count();
    return before < names.size() ? names.get((int) before) : "";
  }

  private static String way(String path) {
    return path.contains("/forward_") ? "forward_" : path.contains("/backward_") ? "backward_" : "";
  }
}
