package io.github.steelyard.engine.dl4j.forward.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.forward.program.NativeOperation;
import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageTest {
  private static NativeOperation step(Value output, Value... inputs) {
    return new NativeOperation(
        "layer", "identity", List.of(inputs), output, List.of(), List.of(), false);
  }

  @Test
  void aChainNeedsTwoPlacesWhateverItsLength() {
    Program program = new Program(1);
    Value last = new Value(0, Shape.of(100));
    for (int i = 0; i < 10; i++) {
      Value next = program.fresh(Shape.of(i == 4 ? 70 : 5));
      program.add(step(next, last));
      last = next;
    }
    program.outputs().add(last);
    Storage storage = Storage.plan(program);
    assertThat(storage.floats()).hasSize(2);
    assertThat(storage.floats()).containsExactlyInAnyOrder(70L, 5L);
    assertThat(storage.places().get(0)).isEqualTo(-1);
  }

  @Test
  void whatIsReadLaterIsNotOverwritten() {
    Program program = new Program(1);
    Value input = new Value(0, Shape.of(4));
    Value shortcut = program.fresh(Shape.of(4));
    Value one = program.fresh(Shape.of(4));
    Value two = program.fresh(Shape.of(4));
    Value sum = program.fresh(Shape.of(4));
    program.add(step(shortcut, input));
    program.add(step(one, shortcut));
    program.add(step(two, one));
    program.add(step(sum, shortcut, two));
    program.outputs().add(sum);
    List<Integer> places = Storage.plan(program).places();
    assertThat(places.subList(1, 4)).doesNotHaveDuplicates();
    assertThat(places.get(4)).isNotIn(places.get(1), places.get(3));
  }

  @Test
  void anOutputKeepsItsPlace() {
    Program program = new Program(1);
    Value early = program.fresh(Shape.of(4));
    Value late = program.fresh(Shape.of(4));
    Value last = program.fresh(Shape.of(4));
    program.add(step(early, new Value(0, Shape.of(4))));
    program.add(step(late, early));
    program.add(step(last, late));
    program.outputs().addAll(List.of(early, last));
    List<Integer> places = Storage.plan(program).places();
    assertThat(places.get(1)).isNotIn(places.get(2), places.get(3));
  }
}
