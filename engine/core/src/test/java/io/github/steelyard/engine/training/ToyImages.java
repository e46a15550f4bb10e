package io.github.steelyard.engine.training;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/**
 * Two classes that anything can learn: noise of which the first or the second half of each example
 * is lighter.
 */
public record ToyImages(int size, Shape exampleShape) implements ClassifiedExamples {
  @Override
  public LabelMap labels() {
    return LabelMap.numbered(2);
  }

  @Override
  public void put(int index, FloatBuffer target) {
    SplittableRandom random = new SplittableRandom(index);
    long elements = exampleShape.elements();
    for (long i = 0; i < elements; i++) {
      boolean light = (2 * i < elements) == (label(index) == 0);
      target.put((float) (0.5 * random.nextDouble() + (light ? 0.5 : 0)));
    }
  }

  @Override
  public int label(int index) {
    return (index * 7 + index / 3) % 2;
  }
}
