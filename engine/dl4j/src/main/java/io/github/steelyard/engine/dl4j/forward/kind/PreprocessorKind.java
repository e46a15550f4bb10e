package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.jspecify.annotations.Nullable;

/** Images as rows, and rows as images: the same numbers in the same order. */
public final class PreprocessorKind implements VertexKind {
  @Override
  public @Nullable Value add(GraphVertex vertex, Site site) {
    return vertex.getClass() == PreprocessorVertex.class
        ? through(((PreprocessorVertex) vertex).getPreProcessor(), site.input())
        : null;
  }

  /** Null where the preprocessor does more than that. */
  public static @Nullable Value through(@Nullable InputPreProcessor before, Value input) {
    int rank = input.shape().rank();
    if (before == null) {
      return input;
    }
    if (before.getClass() == CnnToFeedForwardPreProcessor.class && (rank == 1 || rank == 3)) {
      return input.reshaped(Shape.of(input.shape().elements()));
    }
    if (before.getClass() == FeedForwardToCnnPreProcessor.class && rank == 1) {
      FeedForwardToCnnPreProcessor image = (FeedForwardToCnnPreProcessor) before;
      return input.reshaped(
          Shape.of(image.getNumChannels(), image.getInputHeight(), image.getInputWidth()));
    }
    return before.getClass() == FeedForwardToCnnPreProcessor.class && rank == 3 ? input : null;
  }
}
