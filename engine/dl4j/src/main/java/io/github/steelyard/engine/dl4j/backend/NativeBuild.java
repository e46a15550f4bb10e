package io.github.steelyard.engine.dl4j.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The builds of ND4J's native library, best first. The oneDNN builds exist for Linux on x86-64
 * alone; a CPU without the instructions of a build would end the JVM, so the CPU is asked first.
 */
enum NativeBuild {
  ONEDNN_AVX512(
      "-onednn-avx512", "avx512", "avx2 fma bmi2 avx512f avx512cd avx512bw avx512dq avx512vl"),
  ONEDNN_AVX2("-onednn-avx2", "avx2", "avx2 fma bmi1 bmi2 f16c"),
  PLAIN("", "generic", "");

  private static final Path CPU_INFORMATION = Path.of("/proc/cpuinfo");

  private final String extension;
  private final String instructionSet;
  private final String needs;

  NativeBuild(String extension, String instructionSet, String needs) {
    this.extension = extension;
    this.instructionSet = instructionSet;
    this.needs = needs;
  }

  /** JavaCPP's name for it: {@code -onednn-avx2}; empty for the one without oneDNN. */
  String extension() {
    return extension;
  }

  /** The best build that this CPU runs and that is on the class path. */
  static NativeBuild best() {
    Set<String> flags = cpuFlags();
    return Stream.of(values())
        .filter(build -> build.runsOn(flags) && build.present())
        .findFirst()
        .orElse(PLAIN);
  }

  /**
   * What OpenBLAS and oneDNN choose their own kernels by at run time, whatever the build: {@code
   * avx512}, {@code avx2}, or the machine's architecture.
   */
  static String cpuInstructionSet() {
    Set<String> flags = cpuFlags();
    return Stream.of(ONEDNN_AVX512, ONEDNN_AVX2)
        .filter(build -> build.runsOn(flags))
        .map(build -> build.instructionSet)
        .findFirst()
        .orElse(System.getProperty("os.arch", "unknown").toLowerCase(Locale.ROOT));
  }

  private boolean runsOn(Set<String> flags) {
    return needs.isEmpty() || flags.containsAll(List.of(needs.split(" ")));
  }

  private boolean present() {
    return this == PLAIN
        || NativeBuild.class
                .getClassLoader()
                .getResource(
                    "org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64"
                        + extension
                        + "/libjnind4jcpu.so")
            != null;
  }

  /** The CPU's flags as Linux tells them; none elsewhere. */
  private static Set<String> cpuFlags() {
    if (!Files.isReadable(CPU_INFORMATION)) {
      return Set.of();
    }
    try (Stream<String> lines = Files.lines(CPU_INFORMATION)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Arrays.stream(line.split("\\s+")).collect(Collectors.toUnmodifiableSet()))
          .orElse(Set.of());
    } catch (IOException e) {
      return Set.of();
    }
  }
}
