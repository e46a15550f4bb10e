package io.github.steelyard.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.problem.BadInputException;
import org.apache.spark.SparkConf;
import org.apache.spark.resource.ResourceInformation;
import org.junit.jupiter.api.Test;

class TaskGpuTest {
  @Test
  void theTaskTakesTheGpuThatSparkGaveIt() {
    assertThat(TaskGpu.number(gpu("3"))).isEqualTo(3);
    assertThat(TaskGpu.number(gpu("1", "0"))).isEqualTo(1);
  }

  @Test
  void whereSparkKnowsOfNoneItIsTheFirst() {
    assertThat(TaskGpu.number(null)).isZero();
    assertThat(TaskGpu.number(gpu())).isZero();
    assertThat(TaskGpu.here(Placement.gpu(0, Precision.FLOAT16)))
        .isEqualTo(Placement.gpu(0, Precision.FLOAT16));
    assertThat(TaskGpu.here(Placement.REFERENCE)).isEqualTo(Placement.REFERENCE);
  }

  @Test
  void anAddressThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> TaskGpu.number(gpu("GPU-5f2d")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot use the GPU 'GPU-5f2d': expected the discovery script of"
                + " spark.executor.resource.gpu to name GPUs by their numbers, from 0");
  }

  @Test
  void aClusterMustGiveGpusToTasks() {
    SparkConf without = new SparkConf(false);
    SparkConf with = new SparkConf(false).set("spark.task.resource.gpu.amount", "0.25");
    assertThat(ExecutorGpus.withoutGpus(with, "dl4j")).isEmpty();
    assertThat(ExecutorGpus.withoutGpus(without, "dl4j"))
        .contains(
            "expected Spark to give each task a GPU (spark.executor.resource.gpu.amount and"
                + " spark.task.resource.gpu.amount) for engine dl4j on gpu. Found:"
                + " spark.task.resource.gpu.amount is not set");
  }

  @Test
  void anExecutorsAnswerReachesTheDriverAsText() throws Exception {
    ExecutorGpus.Answer yes =
        new ExecutorGpus.Answer(
            new EngineDescription("dl4j", "1", "gpu", "float16", "cuda, \"T4\"", 1), null);
    ExecutorGpus.Answer no = ExecutorGpus.here("no-such", Placement.gpu(0, Precision.FLOAT16));
    assertThat(ExecutorGpus.parsed(ExecutorGpus.text(yes))).isEqualTo(yes);
    assertThat(ExecutorGpus.parsed(ExecutorGpus.text(no))).isEqualTo(no);
    assertThat(no.refusal()).startsWith("Unknown engine: 'no-such'. Known: ");
  }

  private static ResourceInformation gpu(String... addresses) {
    return new ResourceInformation("gpu", addresses);
  }
}
