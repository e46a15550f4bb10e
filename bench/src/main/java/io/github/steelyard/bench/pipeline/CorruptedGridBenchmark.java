package io.github.steelyard.bench.pipeline;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.Networks;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Turns;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Target;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What it costs to corrupt inputs, beside the model that sees them. */
@AutoService(Benchmark.class)
public final class CorruptedGridBenchmark implements Benchmark {
  private static final String GRID = "grid";
  private static final String CLEAN_PASSES = "clean-passes";
  private static final int IMAGES = 2_000;
  private static final int FEW_IMAGES = 1_500;

  @Override
  public String name() {
    return "corrupted-grid";
  }

  @Override
  public String question() {
    return "The predict stage of LeNet on 2,000 images of 28x28 bytes (1,500 for a look), two tasks, Spark started and data prepared: the 75"
        + " cells of ImageNet-C's grid, each read and corrupted, against 75 passes over the clean inputs, which share what"
        + " models on the same inputs share.";
  }

  @Override
  public List<String> arms() {
    return List.of(GRID, CLEAN_PASSES);
  }

  @Override
  public List<Target> targets() {
    return List.of(Target.of(name(), Ratio.time(GRID, CLEAN_PASSES)).atMost(1.3));
  }

  @Override
  public Turns turns() {
    // Fifteen corruptions are compiled bit by bit, which the clean passes do without: in the fourth
    // turn for a second of processor time still.
    return new Turns(16, 3);
  }

  @Override
  public Arm open(String arm, Workplace workplace) throws IOException {
    Path folder = SparkWork.folder(workplace, name() + "-" + arm);
    Path out = folder.resolve("out");
    String models =
        """
          - {name: lenet, path: "%s", preprocessing: {scale: 1/255, layout: NCHW}}
        evaluate: {shifts: imagenet-c}
        """
            .formatted(Networks.lenet(64, 1, 1).files(workplace).zip());
    String source = Sources.idx(workplace, workplace.quick() ? FEW_IMAGES : IMAGES);
    List<Unit> units = PredictArms.plan(SparkWork.suite(folder, source, models), out).units();
    List<Unit> grid = units.stream().filter(unit -> unit.shift() != null).toList();
    Unit clean = units.stream().filter(unit -> unit.shift() == null).findFirst().orElseThrow();
    return new PredictStageArm(
        arm.equals(GRID) ? grid : copies(clean, grid.size()), out.resolve("predictions"));
  }

  /** The same work so often, each with files of its own. */
  private static List<Unit> copies(Unit unit, int count) {
    List<Unit> copies = new ArrayList<>();
    for (int copy = 0; copy < count; copy++) {
      copies.add(unit.again(unit.model(), unit.folder() + "-" + copy));
    }
    return copies;
  }
}
