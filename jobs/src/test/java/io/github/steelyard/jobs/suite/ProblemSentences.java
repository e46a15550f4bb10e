package io.github.steelyard.jobs.suite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Suite files with mistakes, and the sentences about them. */
abstract class ProblemSentences {
  static final String MODELS = "models: [{name: m, path: m.zip}]\n";

  static final String DATASETS =
      "datasets: [{name: d, format: drawn, count: 10, splits: {test: }}]\n";

  @TempDir Path folder;

  java.util.List<String> problems(String text) {
    return new SampleFiles(folder).suiteProblems(text);
  }
}
