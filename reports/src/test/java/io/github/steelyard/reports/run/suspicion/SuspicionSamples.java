package io.github.steelyard.reports.run.suspicion;

import java.util.List;

/** What looks like a mistake in a small run. */
public final class SuspicionSamples {
  private SuspicionSamples() {}

  public static List<Record> rows() {
    return List.of(
        new AlarmRow(
            "zoo",
            "pets",
            "test",
            "constant-prediction",
            "Answers 'cat' to all 993 examples of 2 classes: look at its preprocessing and at"
                + " its training"),
        new ContaminationRow(
            "pets", "test", "train", ContaminationKind.EXACT, "sha-256", 1000, 2000, 125, 0),
        new ContaminationRow(
            "pets", "test", "train", ContaminationKind.NEAR, "minhash-1", 1000, 2000, 4, 2),
        new DuplicateRow("pets", "test", "train", ContaminationKind.EXACT, 17, 1998));
  }
}
