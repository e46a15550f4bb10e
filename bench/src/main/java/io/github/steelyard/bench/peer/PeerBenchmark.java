package io.github.steelyard.bench.peer;

import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Turns;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Target;
import io.github.steelyard.bench.network.NetworkFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Another system's evaluation against Steelyard's: one that does all of its work again, which is
 * what the target goes by, and one on data that an earlier run has prepared.
 */
abstract class PeerBenchmark implements Benchmark {
  private static final String WHOLE = "steelyard";
  private static final String PREPARED = "steelyard-prepared";

  static final String WHAT_IS_TIMED =
      " Both go from rows in Parquet (features array<float>) to figures, on local[2] with Spark already started."
          + " Steelyard prepares shards, keeps outcomes, and computes all of its metrics with intervals and tables; the"
          + " other one only counts which rows are right. The second row is Steelyard on data that an earlier run has"
          + " prepared, as it is in every run but the first.";

  abstract PeerWork work();

  /** How many times as fast Steelyard should be. */
  abstract double wanted();

  /** The other system's name. */
  abstract String peer();

  /** Steelyard's engine. */
  abstract String engine();

  /** What that engine opens. */
  abstract Path model(NetworkFiles files);

  abstract Arm open(NetworkFiles files, Path rows, Workplace workplace) throws IOException;

  @Override
  public final List<String> arms() {
    return List.of(WHOLE, PREPARED, peer());
  }

  @Override
  public final List<Target> targets() {
    return List.of(
        Target.of(name(), Ratio.throughput(WHOLE, peer())).atLeast(wanted()),
        Target.of(name() + "-prepared", Ratio.throughput(PREPARED, peer())));
  }

  @Override
  public final Turns turns() {
    return new Turns(1, 3);
  }

  @Override
  public final Arm open(String arm, Workplace workplace) throws IOException {
    workplace.requirePeers();
    NetworkFiles files = work().network().files(workplace);
    return switch (arm) {
      case WHOLE -> SteelyardEvaluation.whole(work(), engine(), model(files), workplace);
      case PREPARED -> SteelyardEvaluation.prepared(work(), engine(), model(files), workplace);
      default -> open(files, work().rowFiles(workplace), workplace);
    };
  }
}
