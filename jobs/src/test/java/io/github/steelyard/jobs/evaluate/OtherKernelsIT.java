package io.github.steelyard.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.evaluate.predict.PredictStage;
import io.github.steelyard.jobs.evaluate.unit.PlannedModel;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.evaluate.unit.UnitOutcome;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A machine that runs a model otherwise than the plan says must not write under the plan's key. */
class OtherKernelsIT extends BadInputTest {
  private Unit planned() throws IOException {
    String text =
        "name: kernels\ndatasets:\n  - %s\nmodels:\n  - %s\n".formatted(goodCsv(), goodModel());
    Suite suite = SuiteFile.read(Files.writeString(folder.resolve("suite.yaml"), text), Map.of());
    EvaluateOptions options = new EvaluateOptions(out.toString(), 0, false, "test", "test");
    return EvaluationPlan.prepared(spark(), suite, options).units().get(0);
  }

  /** The unit as a driver with other kernels would have planned it. */
  private static Unit elsewhere(Unit unit, EngineDescription engine) {
    PlannedModel model = unit.planned();
    return unit.again(
        new PlannedModel(
            model.entry(),
            model.staged(),
            model.profile(),
            engine,
            model.batchSize(),
            model.notes(),
            model.familyFolder(),
            model.modelCard()),
        unit.folder() + "-elsewhere");
  }

  @Test
  void aMachineWithOtherKernelsIsRefusedAndTheOtherUnitFinishes() throws Exception {
    Unit unit = planned();
    EngineDescription here = unit.model().engine();
    EngineDescription there =
        new EngineDescription(
            here.engine(),
            here.version(),
            here.device(),
            here.precision(),
            "other kernels",
            here.threads());
    Unit elsewhere = elsewhere(unit, there);

    List<UnitOutcome> outcomes = new PredictStage(jsc()).run(List.of(elsewhere, unit));

    FailureRow failure = outcomes.get(0).failure();
    assertThat(failure.message())
        .isEqualTo(
            "Model 'good': expected every machine to run it as the driver does ("
                + there
                + "). Found: "
                + here);
    assertThat(failure.exception()).isEqualTo(ModelException.class.getName());
    assertThat(Path.of(elsewhere.part(0))).doesNotExist();
    assertThat(outcomes.get(1).complete()).isTrue();
    assertThat(Path.of(unit.part(0))).exists();
  }
}
