package io.github.steelyard.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every benchmark on the class path holds; a new one is found, and needs no test for it. */
class BenchmarkContractTest {
  private static final String KEBAB_CASE = "[a-z0-9]+(-[a-z0-9]+)*";

  @TestFactory
  Stream<DynamicTest> everyBenchmarkKeepsTheContract() {
    return Benchmarks.found().everything().keySet().stream()
        .map(benchmark -> DynamicTest.dynamicTest(benchmark.name(), () -> check(benchmark)));
  }

  private static void check(Benchmark benchmark) {
    assertThat(benchmark.name()).matches(KEBAB_CASE);
    assertThat(benchmark.question()).hasSizeGreaterThan(20).matches("(?s).*[.?]");
    assertThat(benchmark.arms()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(benchmark.targets()).isNotEmpty();
    assertThat(benchmark.turns().rounds()).isPositive();
    assertThat(benchmark.turns().warmUps()).isNotNegative();
    for (Target target : benchmark.targets()) {
      assertThat(target.name()).matches(KEBAB_CASE);
      assertThat(benchmark.arms()).containsAll(target.ratio().arms());
    }
  }

  @Test
  void aNameMeansOneTargetOrOneBenchmark() {
    Set<String> seen = new HashSet<>();
    Benchmarks.found()
        .everything()
        .forEach(
            (benchmark, targets) -> {
              assertThat(seen.add(benchmark.name())).as(benchmark.name()).isTrue();
              for (Target target : targets) {
                assertThat(target.name().equals(benchmark.name()) || seen.add(target.name()))
                    .as(target.name())
                    .isTrue();
              }
            });
  }

  @Test
  void aBenchmarkIsFoundByItsNameAndByItsTargets() {
    Benchmark benchmark =
        new FixedBenchmark()
            .target(Target.of("fixed-one", Ratio.throughput("a", "b")))
            .target(Target.of("fixed-two", Ratio.throughput("a", "c")));
    Benchmarks benchmarks = new Benchmarks(List.of(benchmark));
    assertThat(benchmarks.named(List.of("fixed")).get(benchmark)).isEqualTo(benchmark.targets());
    assertThat(benchmarks.named(List.of("fixed-two")).get(benchmark))
        .extracting(Target::name)
        .containsExactly("fixed-two");
    assertThatThrownBy(() -> benchmarks.named(List.of("fixed", "fixd-two")))
        .hasMessage("Unknown benchmark: 'fixd-two'. Known: fixed, fixed-one, fixed-two");
  }
}
