package io.github.steelyard.engine.dl4j.execution;

import java.util.function.Supplier;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * How ND4J runs operations on a CPU, with a switch for each thread that keeps oneDNN out of them.
 * ND4J has but one switch, for the whole process: other threads' predictions would change with it.
 */
public final class SwitchedExecutioner extends HoldingExecutioner {
  /** The property by which ND4J, as it starts, finds the class that runs its operations. */
  public static final String PROPERTY = "opexec";

  private static final ThreadLocal<Boolean> ONE_DNN = ThreadLocal.withInitial(() -> true);

  /** Runs an action in which this thread's operations are libnd4j's own code. */
  public static <T> T withoutOneDnn(Supplier<T> action) {
    boolean before = ONE_DNN.get();
    ONE_DNN.set(false);
    try {
      return action.get();
    } finally {
      ONE_DNN.set(before);
    }
  }

  /** Whether this thread's operations may be oneDNN's. */
  public static boolean oneDnn() {
    return ONE_DNN.get();
  }

  @Override
  public OpContext buildContext() {
    OpContext context = super.buildContext();
    if (!oneDnn()) {
      context.allowHelpers(false);
    }
    return context;
  }
}
