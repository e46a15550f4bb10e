package io.github.steelyard.engine.dl4j.execution;

import java.lang.ref.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;

/**
 * ND4J's own way to run operations on a CPU, with each operation and its arrays kept until its
 * native code has ended.
 *
 * <p>ND4J 1.0.0-M2.1 hands addresses to native code and may then refer to the arrays no more: not
 * to the axes of a broadcast, for one, which nobody else has. Java's garbage collector may take
 * them, and ND4J frees their memory, while that code reads it. The process crashes, or adds up
 * other numbers.
 *
 * <p>An operation refers to all its arrays. The shorter forms of each method end up in these.
 */
abstract class HoldingExecutioner extends NativeOpExecutioner {
  @Override
  public INDArray exec(Op operation, @Nullable OpContext context) {
    try {
      return super.exec(operation, context);
    } finally {
      Reference.reachabilityFence(operation);
      Reference.reachabilityFence(context);
    }
  }

  @Override
  public INDArray exec(IndexAccumulation operation, @Nullable OpContext context) {
    try {
      return super.exec(operation, context);
    } finally {
      Reference.reachabilityFence(operation);
      Reference.reachabilityFence(context);
    }
  }

  @Override
  public INDArray exec(ReduceOp operation, @Nullable OpContext context) {
    try {
      return super.exec(operation, context);
    } finally {
      Reference.reachabilityFence(operation);
      Reference.reachabilityFence(context);
    }
  }

  @Override
  public INDArray exec(ScalarOp operation, @Nullable OpContext context) {
    try {
      return super.exec(operation, context);
    } finally {
      Reference.reachabilityFence(operation);
      Reference.reachabilityFence(context);
    }
  }

  @Override
  public INDArray exec(BroadcastOp operation, @Nullable OpContext context) {
    try {
      return super.exec(operation, context);
    } finally {
      Reference.reachabilityFence(operation);
      Reference.reachabilityFence(context);
    }
  }

  @Override
  public INDArray exec(RandomOp operation, @Nullable OpContext context, Random random) {
    try {
      return super.exec(operation, context, random);
    } finally {
      Reference.reachabilityFence(operation);
      Reference.reachabilityFence(context);
    }
  }

  @Override
  public INDArray[] exec(CustomOp operation) {
    try {
      return super.exec(operation);
    } finally {
      Reference.reachabilityFence(operation);
    }
  }

  @Override
  public INDArray[] exec(CustomOp operation, @Nullable OpContext context) {
    try {
      return super.exec(operation, context);
    } finally {
      Reference.reachabilityFence(operation);
      Reference.reachabilityFence(context);
    }
  }

  @Override
  public List<LongShapeDescriptor> calculateOutputShape(
      CustomOp operation, @Nullable OpContext context) {
    try {
      return super.calculateOutputShape(operation, context);
    } finally {
      Reference.reachabilityFence(operation);
      Reference.reachabilityFence(context);
    }
  }
}
