package io.github.steelyard.jobs.compare;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.metric.scorecard.ScoredRows;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.engine.task.ExampleColumns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the models of one place leave together: their joint counts and, where some example had to be
 * left out, a scorecard of each without those. Damaged outcomes fail a place alone. It travels as
 * bytes.
 */
final class JointScore {
  private final ComparedPlace place;
  private JointCounts counts;
  private final List<Scorecard> cards = new ArrayList<>();
  private @Nullable String problem;

  JointScore(ComparedPlace place) {
    this.place = place;
    this.counts = new JointCounts(place);
    if (place.exclusions()) {
      place.units().forEach(unit -> cards.add(new Scorecard(unit.metrics(), unit.settings())));
    }
  }

  JointCounts counts() {
    return counts;
  }

  /** One for each model where examples were left out, else none. */
  List<Scorecard> cards() {
    return cards;
  }

  /** Why the models cannot be compared, in one sentence; null where they can. */
  @Nullable String problem() {
    return problem;
  }

  void fail(RuntimeException e) {
    String sentence = Sentences.of(e);
    // Of two problems the one that comes first as text, whatever the order of merging.
    if (problem == null || sentence.compareTo(problem) < 0) {
      problem = sentence;
    }
  }

  void add(RowBlock examples, List<RowBlock> outcomes) {
    String ordinal = ExampleColumns.ORDINAL.name();
    for (int unit = 0; unit < outcomes.size(); unit++) {
      if (!Arrays.equals(examples.longs(ordinal), outcomes.get(unit).longs(ordinal))) {
        throw new DataException(
            place.units().get(unit).folder(), "holds other examples than the data set has");
      }
    }
    BitSet notScored = JointCounts.notScored(outcomes);
    counts.add(examples, outcomes, notScored);
    for (int unit = 0; unit < cards.size(); unit++) {
      ScoredRows.leaveOut(outcomes.get(unit), notScored);
      cards.get(unit).add(examples, outcomes.get(unit));
    }
  }

  void merge(JointScore other) {
    counts.merge(other.counts);
    for (int unit = 0; unit < cards.size(); unit++) {
      cards.get(unit).merge(other.cards.get(unit));
    }
    String theirs = other.problem;
    if (theirs != null && (problem == null || theirs.compareTo(problem) < 0)) {
      problem = theirs;
    }
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      String told = problem;
      out.writeBoolean(told != null);
      if (told != null) {
        out.writeUTF(told);
      } else {
        counts.write(out);
        for (Scorecard card : cards) {
          card.write(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static JointScore read(ComparedPlace place, byte[] bytes) {
    JointScore score = new JointScore(place);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readBoolean()) {
        score.problem = in.readUTF();
        return score;
      }
      score.counts = JointCounts.read(place, in);
      for (int unit = 0; unit < score.cards.size(); unit++) {
        ComparedUnit of = place.units().get(unit);
        score.cards.set(unit, Scorecard.read(of.metrics(), of.settings(), in));
      }
      return score;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the joint counts of " + place.units(), e);
    }
  }
}
