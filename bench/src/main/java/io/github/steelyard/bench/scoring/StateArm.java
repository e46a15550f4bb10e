package io.github.steelyard.bench.scoring;

import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.process.ScriptArm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@link StateProgram} in a JVM of its own, which has no more memory than the state may take. */
final class StateArm {
  private StateArm() {}

  static Arm open(String name, boolean weighted, Workplace workplace) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            StateProgram.class.getName(),
            Boolean.toString(weighted));
    return new ScriptArm(
        name, command, Map.of("CLASSPATH", System.getProperty("java.class.path")), workplace);
  }
}
