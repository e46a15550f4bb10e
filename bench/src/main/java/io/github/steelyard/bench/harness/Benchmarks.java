package io.github.steelyard.bench.harness;

import io.github.steelyard.bench.harness.ratio.Target;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The benchmarks on the class path, sorted by name. */
public final class Benchmarks {
  private final List<Benchmark> all;

  Benchmarks(List<Benchmark> all) {
    this.all = all.stream().sorted(Comparator.comparing(Benchmark::name)).toList();
  }

  public static Benchmarks found() {
    return new Benchmarks(
        ServiceLoader.load(Benchmark.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /** Every target of every benchmark. */
  public Map<Benchmark, List<Target>> everything() {
    Map<Benchmark, List<Target>> wanted = new LinkedHashMap<>();
    all.forEach(benchmark -> wanted.put(benchmark, benchmark.targets()));
    return wanted;
  }

  /**
   * The targets of these names; a benchmark's own name stands for all of its targets.
   *
   * @throws IllegalArgumentException when a name is neither
   */
  public Map<Benchmark, List<Target>> named(List<String> names) {
    Set<String> known = new TreeSet<>();
    Map<Benchmark, List<Target>> wanted = new LinkedHashMap<>();
    for (Benchmark benchmark : all) {
      known.add(benchmark.name());
      benchmark.targets().forEach(target -> known.add(target.name()));
      List<Target> targets =
          benchmark.targets().stream()
              .filter(
                  target -> Stream.of(benchmark.name(), target.name()).anyMatch(names::contains))
              .toList();
      if (!targets.isEmpty()) {
        wanted.put(benchmark, targets);
      }
    }
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "Unknown benchmark: '" + name + "'. Known: " + String.join(", ", known));
      }
    }
    return wanted;
  }
}
