package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.OptionKind;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import io.github.steelyard.engine.task.regression.RegressionTask;
import io.github.steelyard.jobs.suite.Extensions.FormatKeys;
import io.github.steelyard.jobs.suite.document.SuiteException;
import io.github.steelyard.jobs.suite.settings.Family;
import io.github.steelyard.jobs.suite.settings.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads files from text, with extensions that do not depend on what is installed. */
final class SampleFiles {
  /** A format of columns, one of pixels with a key that data sets have too, one of everything. */
  static final Extensions EXTENSIONS =
      new Extensions(
          new TreeMap<>(
              Map.of(
                  "columns",
                  new FormatKeys(
                      List.of(
                          OptionSpec.required("path", OptionKind.PATH, "the file"),
                          OptionSpec.required("features", OptionKind.TEXTS, "feature columns"),
                          OptionSpec.optional("header", OptionKind.BOOLEAN, "a first line")),
                      LabelValues.NAME,
                      false),
                  "pixels",
                  new FormatKeys(
                      List.of(
                          OptionSpec.required("images", OptionKind.PATH, "the image file"),
                          OptionSpec.required("labels", OptionKind.PATH, "the label file")),
                      LabelValues.INDEX,
                      true),
                  "drawn",
                  new FormatKeys(
                      List.of(
                          OptionSpec.required("count", OptionKind.INTEGER, "how many"),
                          OptionSpec.optional("noise", OptionKind.NUMBER, "how much"),
                          OptionSpec.optional("font", OptionKind.TEXT, "which"),
                          OptionSpec.optional("classes", OptionKind.INTEGER, "of digits")),
                      LabelValues.INDEX,
                      true))),
          new TreeMap<>(
              Map.of(
                  "classification", new ClassificationTask(),
                  "multilabel", new MultilabelTask(),
                  "regression", new RegressionTask())),
          new TreeSet<>(List.of("dl4j", "onnxruntime")),
          new TreeMap<>(Map.of("dl4j", List.of("mlp", "plain-cnn", "vgg-like"))));

  private final Path folder;

  SampleFiles(Path folder) {
    this.folder = folder;
  }

  Path write(String text) {
    try {
      return Files.writeString(folder.resolve("sample.yaml"), text);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  Suite suite(String text, Map<String, String> set) {
    return SuiteFile.read(write(text), set, EXTENSIONS);
  }

  Suite suite(String text) {
    return suite(text, Map.of());
  }

  Family family(String text) {
    return FamilyFile.read(write(text), Map.of(), EXTENSIONS);
  }

  /** What is wrong with a suite; its sentences begin with {@code sample.yaml:line:column}. */
  List<String> suiteProblems(String text, Map<String, String> set) {
    return problems(() -> suite(text, set));
  }

  List<String> suiteProblems(String text) {
    return suiteProblems(text, Map.of());
  }

  List<String> familyProblems(String text) {
    return problems(() -> family(text));
  }

  private List<String> problems(Runnable reading) {
    SuiteException exception = catchThrowableOfType(SuiteException.class, reading::run);
    return exception == null
        ? List.of()
        : exception.problems().stream().map(problem -> problem.replace(folder + "/", "")).toList();
  }
}
