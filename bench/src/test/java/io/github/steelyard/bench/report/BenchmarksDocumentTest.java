package io.github.steelyard.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.BenchmarkRun;
import io.github.steelyard.bench.harness.FixedBenchmark;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarksDocumentTest {
  private static final Path NOWHERE = Path.of("target");

  @Test
  void everyWantedTargetHasItsRowAndEveryBenchmarkItsQuestion() {
    Benchmark benchmark =
        new FixedBenchmark()
            .arm("ours", Answers.NONE, 10)
            .arm("theirs", Answers.NONE, 25)
            .missing("absent")
            .target(Target.of("ours-theirs", Ratio.throughput("ours", "theirs")).atLeast(2))
            .target(Target.of("ours-late", Ratio.time("ours", "theirs")).atMost(0.1))
            .target(Target.of("ours-absent", Ratio.throughput("ours", "absent")).atLeast(1))
            .target(Target.of("ours-alone", Ratio.figures("ours", "bytes", "bytes")));
    BenchmarksDocument document =
        new BenchmarksDocument(
            Map.of("processor", "abacus"), false, Map.of(benchmark, benchmark.targets()));
    assertThat(document.text()).contains("  * not run: the run has not come to it");
    document.add(
        BenchmarkRun.of(
            benchmark, benchmark.targets(), new Workplace(NOWHERE, NOWHERE, false, false)));
    assertThat(document.text())
        .endsWith(
            """
            * processor: abacus

            | target | wanted | ratio: median (least to most) | by processor time | |
            | --- | --- | --- | --- | --- |
            | `ours-theirs` | >= 2.00 | 2.50 (2.50 to 2.50) | 2.50 (2.50 to 2.50) | reached |
            | `ours-late` | <= 0.10 | 0.40 (0.40 to 0.40) | 0.40 (0.40 to 0.40) | **missed** |
            | `ours-absent` | >= 1.00 | - | - | not run: there is no absent here |
            | `ours-alone` | - | 1.00 (1.00 to 1.00) | - | reported |

            ## fixed

            How long do arms take that are told how long to take?

            3 rounds after 1 to warm up.

            * `ours-theirs`: throughput of ours / theirs
              * ours 1,000 examples/s (10 in 0.010 s, 0.005 s of a processor, bytes 2.000e+07)
              * theirs 400 examples/s (10 in 0.025 s, 0.013 s of a processor, bytes 5.000e+07)
            * `ours-late`: time of ours / theirs
              * ours 1,000 examples/s (10 in 0.010 s, 0.005 s of a processor, bytes 2.000e+07)
              * theirs 400 examples/s (10 in 0.025 s, 0.013 s of a processor, bytes 5.000e+07)
            * `ours-absent`: throughput of ours / absent
            * `ours-alone`: bytes / bytes
              * ours 1,000 examples/s (10 in 0.010 s, 0.005 s of a processor, bytes 2.000e+07)
            """);
  }

  @Test
  void aMachineIsDescribed() {
    assertThat(Machine.facts())
        .containsKeys("processor", "cores", "memory", "system", "Java")
        .doesNotContainValue("");
    assertThat(Machine.facts().get("cores")).matches("\\d+ physical, \\d+ logical");
  }

  @Test
  void enginesAreDescribedByTheirKernels() {
    assertThat(Kernels.facts()).containsKeys("engine dl4j", "engine onnxruntime");
    assertThat(Kernels.facts().get("engine dl4j")).startsWith("1.0.0-M2.1, ").contains("openblas");
  }

  @Test
  void sourcesOutsideOfGitAreUnknown() {
    assertThat(Commit.of(Path.of("/"))).isEqualTo("unknown");
  }

  @Test
  void theLineForTheEyesHoldsTheVerdict() {
    Benchmark benchmark =
        new FixedBenchmark()
            .missing("absent")
            .target(Target.of("it", Ratio.throughput("absent", "absent")).atLeast(1));
    assertThat(
            BenchmarkRun.of(
                    benchmark,
                    List.copyOf(benchmark.targets()),
                    new Workplace(NOWHERE, NOWHERE, true, false))
                .stream()
                .map(BenchmarksDocument::line)
                .map(String::strip)
                .map(line -> line.replaceAll(" +", " ")))
        .containsExactly("it >= 1.00 - by processor time - not run: there is no absent here");
  }
}
