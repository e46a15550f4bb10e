package io.github.steelyard.bench.engine;

import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.NotRunException;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.process.ChildArm;
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

  static Arm open(Work work, Workplace workplace) throws IOException {
    List<String> command =
        List.of(
            python().toString(),
            workplace.root().resolve("scripts/bench/pytorch.py").toString(),
            work.files(workplace).torch().toString(),
            work.inputs(workplace).toString(),
            Integer.toString(work.batch()),
            Integer.toString(work.batches()),
            Integer.toString(work.repeats()));
    return ChildArm.start("pytorch-" + work.network(), command, Map.of(), workplace);
  }

  private static Path python() {
    String wanted = Optional.ofNullable(System.getenv(PYTHON)).orElse("python3");
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    // A name without a folder is looked for on the path; one with a folder stands for itself.
    return Stream.concat(
            Stream.of(Path.of(wanted)).filter(file -> file.getNameCount() > 1),
            Stream.of(path.split(":")).map(folder -> Path.of(folder, wanted)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new NotRunException(
                    "there is no '" + wanted + "' here: " + PYTHON + " names a Python"));
  }
}
