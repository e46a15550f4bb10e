package io.github.steelyard.engine.metric.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Repeats simulations on all cores: the data sets of each seed come in portions, each with a seed
 * of its own that follows from it, so that the answer does not depend on how many cores there are.
 */
public final class Repetitions {
  private static final long[] SEEDS = {20240711, 20240712, 20240713};
  private static final int PORTION = 25;

  /** What is repeated. */
  @FunctionalInterface
  public interface Simulation<T> {
    /** What is counted of so many data sets, by the value that it is of. */
    Map<String, T> run(int dataSets, long seed);
  }

  /** So many data sets of one seed. */
  private record Portion(int dataSets, long seed) {}

  private final int ofEachSeed;
  private final AtomicInteger done = new AtomicInteger();
  private final int parts;
  private int part;

  /**
   * @param ofEachSeed data sets
   * @param parts how many simulations are to be repeated; for the progress that is told
   */
  public Repetitions(int ofEachSeed, int parts) {
    this.ofEachSeed = ofEachSeed;
    this.parts = parts;
  }

  public static String seeds() {
    return Arrays.stream(SEEDS).mapToObj(Long::toString).collect(Collectors.joining(", "));
  }

  /** The counts of all portions, in the order of the seeds. */
  public <T> List<Map<String, T>> of(String title, Simulation<T> simulation) {
    part++;
    done.set(0);
    int all = ofEachSeed * SEEDS.length;
    List<Map<String, T>> counts =
        Arrays.stream(SEEDS).boxed().flatMap(this::portions).toList().parallelStream()
            .map(
                portion -> {
                  Map<String, T> found = simulation.run(portion.dataSets(), portion.seed());
                  tell(title, done.addAndGet(portion.dataSets()), all);
                  return found;
                })
            .toList();
    System.err.println();
    return counts;
  }

  private Stream<Portion> portions(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int count = (ofEachSeed + PORTION - 1) / PORTION;
    return LongStream.range(0, count)
        .mapToObj(
            index ->
                new Portion(
                    (int) Math.min(PORTION, ofEachSeed - index * PORTION), random.nextLong()));
  }

  private void tell(String title, int dataSets, int all) {
    System.err.printf(
        Locale.ROOT, "\r%d of %d: %s: %,d of %,d data sets", part, parts, title, dataSets, all);
  }
}
