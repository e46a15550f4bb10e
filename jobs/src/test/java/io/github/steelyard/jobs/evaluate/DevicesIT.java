package io.github.steelyard.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.jobs.spark.Engines;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a suite says of devices and precisions is done, or is a failure of that model alone. */
class DevicesIT extends BadInputTest {
  @Test
  void aGpuThatIsNotThereIsAFailureAndAutoIsTheCpu() throws Exception {
    assumeFalse(
        Engines.named("dl4j").support().offers(Placement.gpu(0, Precision.FLOAT32)),
        "Deeplearning4j has a GPU here");
    RunResult result =
        evaluate(
            List.of(goodCsv()),
            List.of(
                "{name: wants-gpu, path: " + model() + ", device: gpu}",
                "{name: automatic, path: " + model() + ", device: auto}"));

    assertThat(sentences(result)).containsOnlyKeys("wants-gpu");
    assertThat(sentences(result).get("wants-gpu"))
        .startsWith("Model 'wants-gpu': engine dl4j has no gpu here (")
        .endsWith("); float32 on gpu 0 was asked for");
    assertThat(units(result)).containsExactly("automatic/test");
    assertThat(result.units().get(0).engine().device()).isEqualTo("cpu");
  }

  @Test
  void aPrecisionIsPartOfTheKeyAndOfTheCosts() throws Exception {
    RunResult result =
        evaluate(
            List.of(goodCsv()),
            List.of(
                "{name: half, path: " + model() + ", precision: float16}",
                "{name: brain, path: " + model() + ", precision: bfloat16}",
                "{name: foreign, path: " + model() + ", engine: onnxruntime, precision: float16}",
                goodModel()));

    assertThat(sentences(result))
        .containsOnlyKeys("foreign")
        .containsEntry(
            "foreign",
            "Model 'foreign': engine onnxruntime has float32 on cpu; float16 was asked for");
    assertThat(result.units())
        .extracting(unit -> unit.model() + " in " + unit.engine().precision())
        .containsExactlyInAnyOrder("half in float16", "brain in bfloat16", "good in float32");
    assertThat(result.units()).extracting(RunUnit::predictionKey).doesNotHaveDuplicates();
    assertThat(weightBytes(result, "half")).isEqualTo(weightBytes(result, "good") / 2);
    assertThat(weightBytes(result, "brain")).isEqualTo(weightBytes(result, "good") / 2);
  }

  private static double weightBytes(RunResult result, String model) {
    return result.costs().stream()
        .filter(cost -> cost.model().equals(model) && cost.cost().equals(CostRow.WEIGHT_BYTES))
        .mapToDouble(CostRow::value)
        .sum();
  }
}
