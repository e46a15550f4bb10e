package io.github.steelyard.engine.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassLabellingTest extends LabellingContract {
  ClassLabellingTest() {
    super(
        new ClassLabelling(ClassificationTask.LABEL, new LabelMap(List.of("cat", "dog", "cow"))),
        ClassificationTask.LABEL,
        List.of(List.of("cat"), List.of("dog"), List.of("cow")));
  }

  @Test
  void aClassIsItsIndexInEightBytes() {
    assertThat(read("cow")).containsExactly(0, 0, 0, 0, 0, 0, 0, 2);
    assertThat(target(read("cow"))).containsExactly(0, 0, 1);
  }

  @Test
  void whatIsNotOneClassIsRefused() {
    refuses(List.of(), "has no label");
    refuses(List.of(""), "has no label");
    refuses(List.of("cat", "dog"), "expected one class. Found: 2, cat, dog");
    refuses(List.of("pig"), "label 'pig' is none of the 3 classes cat, dog, cow");
  }
}
