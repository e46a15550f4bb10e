package io.github.steelyard.reports.leaderboard;

import io.github.steelyard.reports.leaderboard.Findings.Place;
import io.github.steelyard.reports.run.Run;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.comparison.AgreementRow;
import io.github.steelyard.reports.run.generalization.OutOfDistributionRow;
import io.github.steelyard.reports.run.suspicion.AlarmRow;
import io.github.steelyard.reports.run.unit.AppliedShift;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.util.List;

/**
 * What a run found, as text for a terminal of 120 columns: a block for each split that models were
 * evaluated on, the best model first, with what their comparisons say, then whether models that
 * should be the same agree, then what looks like a mistake, then what failed. The same result gives
 * the same text.
 */
public final class Leaderboard {
  private Leaderboard() {}

  /** Several lines, each ended by a line break. */
  public static String text(RunResult result) {
    Findings findings = new Findings(result);
    StringBuilder text = new StringBuilder(heading(result));
    for (Place place : findings.evaluated()) {
      text.append('\n').append(new Block(findings, place).text());
      text.append(new ComparedBlock(result, findings, place).text());
      text.append(new ContaminationBlock(result, findings, place).text());
      text.append(new ShiftBlock(result.robustness(), place).text());
      text.append(new ForeignBlock(result.rows(OutOfDistributionRow.class), place).text());
    }
    if (!result.agreements().isEmpty()) {
      text.append("\nthe same models\n");
      result.agreements().forEach(agreement -> text.append(line(agreement)));
    }
    List<AlarmRow> alarms = result.rows(AlarmRow.class);
    if (!alarms.isEmpty()) {
      text.append("\nlooks like a mistake\n");
      alarms.forEach(alarm -> text.append(line(alarm)));
    }
    if (!result.failures().isEmpty()) {
      text.append("\nfailed\n");
      result.failures().forEach(failure -> text.append(line(failure)));
    }
    return printable(text.toString());
  }

  private static String heading(RunResult result) {
    Run run = result.run();
    return "run %s of suite '%s': %s, %s with results, %s%s\n"
        .formatted(
            run.id(),
            run.suite(),
            run.status(),
            counted(result.units().size(), "unit"),
            counted(result.failures().size(), "failure"),
            run.limit() == null
                ? ""
                : ", at most " + Figures.grouped(run.limit()) + " examples of a split");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String line(AgreementRow row) {
    return "  %s (%s) and %s (%s) on %s / %s %s: answers differ by at most %s, %s of %s answers are equal%s\n"
        .formatted(
            row.model(),
            row.engine(),
            row.sameAs(),
            row.sameAsEngine(),
            row.dataset(),
            row.split(),
            row.agrees() ? "agree" : "DISAGREE",
            Figures.scientific(row.largestDifference()),
            Figures.grouped(row.equalPredictions()),
            Figures.grouped(row.examples()),
            row.notCompared() == 0
                ? ""
                : ", " + Figures.grouped(row.notCompared()) + " could not be compared");
  }

  private static String line(AlarmRow alarm) {
    return "  %s on %s / %s (%s): %s\n"
        .formatted(alarm.model(), alarm.dataset(), alarm.split(), alarm.alarm(), alarm.message());
  }

  private static String line(FailureRow failure) {
    String model = failure.model() == null ? "all models" : failure.model();
    String dataset = failure.dataset() == null ? "" : " on " + failure.dataset();
    String split = failure.split() == null ? "" : " / " + failure.split();
    AppliedShift applied = failure.shift();
    String shift = applied == null ? "" : ", " + applied.shift() + " " + applied.severity();
    return "  %s%s%s%s (%s): %s\n"
        .formatted(model, dataset, split, shift, failure.stage(), failure.message());
  }

  /** Names and messages come from files: no control character of theirs reaches a terminal. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
  }
}
