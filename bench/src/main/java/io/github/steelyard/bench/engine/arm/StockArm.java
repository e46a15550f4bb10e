package io.github.steelyard.bench.engine.arm;

import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.process.ChildArm;
import io.github.steelyard.bench.stock.StockProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deeplearning4j as it comes, in a JVM of its own: without Steelyard's engine on the class path
 * nothing chooses a native library or switches its layers' fast code on.
 */
final class StockArm {
  private StockArm() {}

  static Arm open(Work work, Workplace workplace) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx3g",
            "-cp",
            classPath(),
            StockProgram.class.getName(),
            work.files(workplace).zip().toString(),
            work.inputs(workplace).toString(),
            work.inputShape().extents().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",")),
            Integer.toString(work.batch()),
            Integer.toString(work.batches()),
            Integer.toString(work.repeats()));
    Map<String, String> oneThread = Map.of("OMP_NUM_THREADS", "1");
    return ChildArm.start("stock-" + work.network(), command, oneThread, workplace);
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("steelyard-engine-dl4j"))
        .filter(entry -> !entry.contains("engine" + File.separator + "dl4j"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
