package io.github.steelyard.bench.engine.arm;

import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.NotRunException;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.process.ChildArm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** PyTorch in a process of its own: {@code scripts/bench/pytorch.py}. */
final class PyTorchArm {
  /** The environment variable that names a Python. */
  private static final String PYTHON = "STEELYARD_PYTHON";

  private PyTorchArm() {}

  /** With the Python that is named, or else with the first one on the path that has PyTorch. */
  static Arm open(Work work, Workplace workplace) throws IOException {
    NotRunException without =
        new NotRunException("there is no python3 here: " + PYTHON + " names one");
    for (Path python : pythons()) {
      try {
        return open(python, work, workplace);
      } catch (NotRunException e) {
        without = e;
      }
    }
    throw without;
  }

  private static Arm open(Path python, Work work, Workplace workplace) throws IOException {
    List<String> command =
        List.of(
            python.toString(),
            workplace.root().resolve("scripts/bench/pytorch.py").toString(),
            work.files(workplace).torch().toString(),
            work.inputs(workplace).toString(),
            Integer.toString(work.batch()),
            Integer.toString(work.batches()),
            Integer.toString(work.repeats()));
    return ChildArm.start("pytorch-" + work.network(), command, Map.of(), workplace);
  }

  private static List<Path> pythons() {
    String named = System.getenv(PYTHON);
    if (named != null) {
      return List.of(Path.of(named));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "python3"))
        .filter(Files::isExecutable)
        .toList();
  }
}
