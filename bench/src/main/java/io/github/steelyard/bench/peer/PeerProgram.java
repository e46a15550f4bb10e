package io.github.steelyard.bench.peer;

import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.NotRunException;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.process.ChildArm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project below {@code scripts/peers}: built by Maven, then run in a JVM of its own. */
final class PeerProgram {
  /** What Spark needs to reach in the JDK. */
  private static final List<String> PACKAGES =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "sun.nio.ch",
          "sun.util.calendar");

  private PeerProgram() {}

  static Arm open(String project, String main, List<String> arguments, Workplace workplace)
      throws IOException {
    Path peers = workplace.root().resolve("scripts/peers");
    build(project, peers, workplace);
    Path target = peers.resolve(project).resolve("target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx3g");
    PACKAGES.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.add(main);
    command.addAll(arguments);
    // By the environment: a command line of this length has ended ONNX Runtime.
    String classPath =
        target.resolve("classes")
            + File.pathSeparator
            + Files.readString(target.resolve("class-path.txt")).strip();
    return ChildArm.start(
        project,
        command,
        Map.of("CLASSPATH", classPath, "OMP_NUM_THREADS", "1", "SPARK_LOCAL_IP", "127.0.0.1"),
        workplace);
  }

  private static void build(String project, Path peers, Workplace workplace) throws IOException {
    Files.createDirectories(workplace.folder().resolve("logs"));
    File log = workplace.folder().resolve("logs/build-" + project + ".log").toFile();
    try {
      int status =
          new ProcessBuilder("mvn", "-q", "-B", "-pl", project, "-am", "package")
              .directory(peers.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start()
              .waitFor();
      if (status != 0) {
        throw new NotRunException("scripts/peers/" + project + " cannot be built; see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while building scripts/peers/" + project, e);
    }
  }
}
