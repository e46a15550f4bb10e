package io.github.steelyard.engine.training;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a trained model comes from and what it costs: everything that a comparison needs to know
 * besides its predictions. It stands as JSON beside the model file ({@link ModelCardFile}).
 *
 * @param name the model's name in its family
 * @param engine the engine that runs it
 * @param recipe the value of every axis
 * @param data what it was trained on
 * @param preprocessing what happened to the decoded inputs, and must happen again
 * @param size its static cost, from the graph
 * @param training how the training went
 * @param file the model file beside the card
 * @param createdBy the program and version that trained it: {@code Steelyard 0.1.0}
 */
public record ModelCard(
    String name,
    String engine,
    TrainingRecipe recipe,
    Data data,
    Preprocessing preprocessing,
    Size size,
    Training training,
    ModelFile file,
    String createdBy)
    implements Serializable {

  /**
   * The training examples.
   *
   * @param dataset the data set's name in the family file
   * @param fingerprint of its contents, labels, split and decoding
   * @param examples how many were really used, at least 1
   * @param exampleShape of one preprocessed example, all extents fixed
   * @param task the name of the task that was learnt
   * @param labels the classes, or none where labels are numbers
   */
  public record Data(
      String dataset,
      String split,
      String fingerprint,
      long examples,
      Shape exampleShape,
      String task,
      LabelMap labels)
      implements Serializable {
    public Data {
      require(examples >= 1, "at least 1 example", examples);
      require(exampleShape.fixed(), "a shape whose extents are all fixed", exampleShape);
      require(!task.isBlank(), "a task", "'" + task + "'");
      require(labels.classes() != 1, "at least two labels, or none", labels.names());
    }
  }

  /**
   * Resized, then {@code (x * scale - mean) / std} for each channel or feature, then laid out.
   *
   * @param mean one value for each channel, one for all, or none for 0
   * @param std like the mean, or none for 1; never 0
   * @param layout {@code nchw}, {@code nhwc} or {@code flat}
   * @param resizedTo height and width in pixels, or nothing where an image was left as it is
   */
  public record Preprocessing(
      double scale, List<Double> mean, List<Double> std, String layout, List<Integer> resizedTo)
      implements Serializable {
    private static final List<String> LAYOUTS = List.of("nchw", "nhwc", "flat");

    public Preprocessing {
      mean = List.copyOf(mean);
      std = List.copyOf(std);
      resizedTo = List.copyOf(resizedTo);
      require(Double.isFinite(scale), "a finite scale", scale);
      require(mean.stream().allMatch(Double::isFinite), "finite means", mean);
      require(std.stream().allMatch(s -> Double.isFinite(s) && s != 0), "std other than 0", std);
      require(LAYOUTS.contains(layout), "one of the layouts " + LAYOUTS, "'" + layout + "'");
      require(
          resizedTo.isEmpty()
              || (resizedTo.size() == 2 && resizedTo.stream().allMatch(side -> side >= 1)),
          "height and width of at least 1, or nothing",
          resizedTo);
    }
  }

  /**
   * The static cost.
   *
   * @param parameters all numbers the file stores, trained or not
   * @param parametersWithoutEmbeddings as Kaplan et al. 2020 count them
   * @param macsPerExample multiply-accumulates of convolutions and dense layers; 1 MAC = 2 FLOPs
   * @param weightBytes of all parameters as the engine holds them
   */
  public record Size(
      long parameters, long parametersWithoutEmbeddings, long macsPerExample, long weightBytes)
      implements Serializable {
    public Size {
      long least =
          Math.min(
              Math.min(parameters, parametersWithoutEmbeddings),
              Math.min(macsPerExample, weightBytes));
      require(least >= 0, "sizes of at least 0", least);
      require(
          parametersWithoutEmbeddings <= parameters,
          "no more parameters without embeddings than " + parameters + " in all",
          parametersWithoutEmbeddings);
    }
  }

  /**
   * The course of the training.
   *
   * @param epochLosses mean training loss of each epoch, in order
   * @param seconds wall-clock time of the training loop
   * @param cpuSeconds CPU time of the training loop's threads; -1 where it is not known
   */
  public record Training(List<Double> epochLosses, double seconds, double cpuSeconds)
      implements Serializable {
    public Training {
      epochLosses = List.copyOf(epochLosses);
      require(epochLosses.stream().allMatch(Double::isFinite), "finite losses", epochLosses);
      require(seconds >= 0 && Double.isFinite(seconds), "seconds of at least 0", seconds);
      require(
          (cpuSeconds >= 0 || cpuSeconds == -1) && Double.isFinite(cpuSeconds),
          "CPU seconds of at least 0, or -1",
          cpuSeconds);
    }
  }

  /**
   * The model file, which stands in the card's folder.
   *
   * @param name a plain file name, which leads into no other folder
   * @param sha256 of its bytes, in lower-case hexadecimal digits
   */
  public record ModelFile(String name, String sha256, long bytes) implements Serializable {
    /** What may stand in a file name on every file system, with neither folder nor drive. */
    private static final Pattern PLAIN =
        Pattern.compile("[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]*");

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_NAME = 255;

    public ModelFile {
      require(
          PLAIN.matcher(name).matches() && name.length() <= LONGEST_NAME,
          "a plain file name beside the card",
          "'" + name + "'");
      require(SHA_256.matcher(sha256).matches(), "64 hexadecimal digits", "'" + sha256 + "'");
      require(bytes >= 0, "a size of at least 0 bytes", bytes);
    }

    /** Describes a file by reading it once. */
    public static ModelFile of(Path file) throws IOException {
      return FileDigest.describe(file);
    }
  }

  public ModelCard {
    require(!name.isBlank(), "a name", "'" + name + "'");
  }

  /** The card of a training's result, with the static cost of its profile. */
  public static ModelCard of(
      String name,
      String engine,
      TrainingRecipe recipe,
      Data data,
      Preprocessing preprocessing,
      TrainedModel trained,
      ModelFile file,
      String createdBy) {
    Size size =
        new Size(
            trained.profile().parameters(),
            trained.profile().parametersWithoutEmbeddings(),
            trained.profile().macsPerExample(),
            trained.profile().weightBytes());
    Training training =
        new Training(trained.epochLosses(), trained.trainingSeconds(), trained.cpuSeconds());
    return new ModelCard(
        name, engine, recipe, data, preprocessing, size, training, file, createdBy);
  }

  static void require(boolean condition, String expected, Object found) {
    if (!condition) {
      throw new IllegalArgumentException("expected " + expected + ", found " + found);
    }
  }
}
