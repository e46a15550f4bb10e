package io.github.steelyard.jobs.evaluate.score;

import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What has been counted of one unit, or why it cannot be scored: predictions that were damaged must
 * not take other units with them. It travels as bytes.
 */
public final class UnitScore {
  private final Scorecard card;
  private @Nullable String problem;
  private String cause = "";

  private UnitScore(Scorecard card) {
    this.card = card;
  }

  /** Nothing counted yet. */
  static UnitScore empty(Unit unit) {
    return new UnitScore(new Scorecard(ScoreStage.metrics(unit), ScoreStage.settings(unit)));
  }

  /** Its counts. */
  public Scorecard card() {
    return card;
  }

  /** One sentence, or null where all has been counted. */
  public @Nullable String problem() {
    return problem;
  }

  /** The class of what was thrown, or empty. */
  public String cause() {
    return cause;
  }

  /** Takes a step unless an earlier one failed. */
  void guard(Runnable step) {
    if (problem == null) {
      try {
        step.run();
      } catch (RuntimeException e) {
        fail(e);
      }
    }
  }

  void fail(RuntimeException e) {
    problem = Sentences.of(e);
    cause = e.getClass().getName();
  }

  /** Of two problems the one that comes first as text stays, whatever the order of merging. */
  void merge(UnitScore other) {
    String theirs = other.problem;
    if (theirs != null) {
      if (problem == null || theirs.compareTo(problem) < 0) {
        problem = theirs;
        cause = other.cause;
      }
    } else if (problem == null) {
      guard(() -> card.merge(other.card));
    }
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeBoolean(problem == null);
      if (problem == null) {
        card.write(out);
      } else {
        out.writeUTF(problem);
        out.writeUTF(cause);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static UnitScore read(Unit unit, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readBoolean()) {
        return new UnitScore(
            Scorecard.read(ScoreStage.metrics(unit), ScoreStage.settings(unit), in));
      }
      UnitScore failed = empty(unit);
      failed.problem = in.readUTF();
      failed.cause = in.readUTF();
      return failed;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the metric states of " + unit, e);
    }
  }
}
