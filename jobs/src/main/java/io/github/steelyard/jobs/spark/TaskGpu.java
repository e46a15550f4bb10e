package io.github.steelyard.jobs.spark;

import io.github.steelyard.engine.inference.device.Device;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.problem.BadInputException;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.jspecify.annotations.Nullable;

/** Which of a machine's GPUs is the running task's. */
public final class TaskGpu {
  /** What Spark calls this resource: {@code spark.task.resource.gpu.amount}. */
  static final String RESOURCE = "gpu";

  private TaskGpu() {}

  /**
   * The placement with the GPU that Spark gave to this task; the first one where Spark gives none,
   * as without a cluster.
   *
   * @throws BadInputException when Spark's address of it is not its number
   */
  public static Placement here(Placement planned) {
    return planned.device() == Device.GPU
        ? Placement.gpu(number(given()), planned.precision())
        : planned;
  }

  private static @Nullable ResourceInformation given() {
    TaskContext task = TaskContext.get();
    return task == null ? null : task.resourcesJMap().get(RESOURCE);
  }

  /**
   * @param given null where Spark knows of no GPU
   */
  static int number(@Nullable ResourceInformation given) {
    if (given == null || given.addresses().length == 0) {
      return 0;
    }
    String address = given.addresses()[0];
    if (!address.matches("[0-9]{1,4}")) {
      throw new BadInputException(
          "Cannot use the GPU '"
              + address
              + "': expected the discovery script of spark.executor.resource.gpu to name GPUs by"
              + " their numbers, from 0");
    }
    return Integer.parseInt(address);
  }
}
