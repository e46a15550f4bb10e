package io.github.steelyard.engine.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.DataException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the labels of every task must do; its test supplies labels that differ from one another. */
abstract class LabellingContract {
  static final String PLACE = "a.csv, row 2";

  private final Labelling labelling;
  private final Column column;
  private final List<List<String>> differing;

  LabellingContract(Labelling labelling, Column column, List<List<String>> differing) {
    this.labelling = labelling;
    this.column = column;
    this.differing = differing;
  }

  final byte[] read(String... texts) {
    return labelling.read(List.of(texts), PLACE);
  }

  final void refuses(List<String> texts, String sentence) {
    assertThatThrownBy(() -> labelling.read(texts, PLACE))
        .isInstanceOf(DataException.class)
        .hasMessage(PLACE + ": " + sentence);
  }

  final float[] target(byte[] label) {
    FloatBuffer target = FloatBuffer.allocate(labelling.outputs() + 2).position(1);
    labelling.putTarget(label, target);
    assertThat(target.position()).isEqualTo(1 + labelling.outputs());
    return Arrays.copyOfRange(target.array(), 1, 1 + labelling.outputs());
  }

  @Test
  void anotherLabelIsOtherBytesOfWhichNoneBeginsAnother() {
    List<String> written =
        differing.stream()
            .map(texts -> Arrays.toString(labelling.read(texts, PLACE)).replace("]", ","))
            .toList();
    for (String one : written) {
      assertThat(written.stream().filter(other -> other.startsWith(one))).hasSize(1);
    }
  }

  @Test
  void aLabelComesBackFromItsColumn() {
    RowBlock rows = new RowBlock(List.of(column), differing.size() + 1);
    for (int row = 0; row < differing.size(); row++) {
      labelling.put(labelling.read(differing.get(row), PLACE), rows, row + 1);
    }
    for (int row = 0; row < differing.size(); row++) {
      assertThat(labelling.bytes(rows, row + 1))
          .isEqualTo(labelling.read(differing.get(row), PLACE));
    }
  }

  @Test
  void countsClassesThatThereAreAscendingAndOnce() {
    for (List<String> texts : differing) {
      int[] classes = labelling.classesOf(labelling.read(texts, PLACE));
      assertThat(classes).isSorted();
      Set<Integer> distinct = new HashSet<>();
      for (int index : classes) {
        assertThat(index).isBetween(0, labelling.classes() - 1);
        assertThat(distinct.add(index)).isTrue();
      }
    }
  }
}
