package io.github.steelyard.reports.leaderboard;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.leaderboard.Findings.Place;
import io.github.steelyard.reports.run.CostRow;
import io.github.steelyard.reports.run.GapRow;
import io.github.steelyard.reports.run.MetricRow;
import io.github.steelyard.reports.run.RunUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The models on one split, the best one first. */
final class Block {
  private static final String ACCURACY = "accuracy";
  private static final String LOG_LOSS = "log-loss";
  private static final String CALIBRATION_ERROR = "expected-calibration-error";
  private static final List<String> METRICS = List.of(ACCURACY, LOG_LOSS, CALIBRATION_ERROR);

  private final Findings findings;
  private final Place place;
  private final List<RunUnit> units;
  private final List<String> models;

  Block(Findings findings, Place place) {
    this.findings = findings;
    this.place = place;
    this.units =
        findings.units(place).stream().sorted(Comparator.comparing(RunUnit::model)).toList();
    this.models =
        units.stream()
            .map(RunUnit::model)
            .sorted(Comparator.comparingDouble(this::rank).thenComparing(model -> model))
            .toList();
  }

  /** Undefined ones stand last. */
  private double rank(String model) {
    Double accuracy = findings.value(model, place, ACCURACY);
    return accuracy == null ? Double.POSITIVE_INFINITY : -accuracy;
  }

  String text() {
    StringBuilder text = new StringBuilder(heading());
    text.append(ranking()).append(seeds());
    notes().forEach(note -> text.append("  - ").append(note).append('\n'));
    return text.toString();
  }

  private String heading() {
    long examples = units.stream().mapToLong(RunUnit::examples).max().orElse(0);
    String trained =
        models.stream()
            .map(model -> findings.gap(model, place, ACCURACY))
            .filter(Objects::nonNull)
            .map(GapRow::trainSplit)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" or "));
    return "%s / %s: %s examples%s\n"
        .formatted(
            place.dataset(),
            place.split(),
            Figures.grouped(examples),
            trained.isEmpty() ? "" : "; gap: accuracy on " + trained + " less accuracy here");
  }

  private String ranking() {
    TextTable table =
        new TextTable(
            "model",
            ACCURACY + confidence(),
            "gap",
            "log loss",
            "ECE",
            "parameters",
            "MACs",
            "file");
    for (String model : models) {
      MetricRow accuracy = findings.metric(model, place, ACCURACY);
      GapRow gap = findings.gap(model, place, ACCURACY);
      table.add(
          model,
          accuracy == null ? Figures.NONE : Figures.decimal(accuracy.value(), accuracy.interval()),
          gap == null ? Figures.NONE : Figures.signed(gap.gap()),
          Figures.decimal(findings.value(model, place, LOG_LOSS)),
          Figures.decimal(findings.value(model, place, CALIBRATION_ERROR)),
          Figures.human(findings.cost(model, CostRow.PARAMETERS), ""),
          Figures.human(findings.cost(model, CostRow.MACS_PER_EXAMPLE), ""),
          Figures.human(findings.cost(model, CostRow.FILE_BYTES), "B"));
    }
    return table.text();
  }

  /** {@code [95 % interval]} where all intervals are of one confidence. */
  private String confidence() {
    List<Double> confidences =
        models.stream()
            .map(model -> findings.metric(model, place, ACCURACY))
            .filter(Objects::nonNull)
            .map(MetricRow::interval)
            .filter(Objects::nonNull)
            .map(Interval::confidence)
            .distinct()
            .toList();
    return confidences.size() == 1
        ? String.format(Locale.ROOT, " [%.3g %% interval]", 100 * confidences.get(0))
            .replace(".0 %", " %")
        : "";
  }

  private String seeds() {
    List<Seeds> groups =
        Seeds.among(models.stream().map(findings::model).filter(Objects::nonNull).toList());
    if (groups.isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable("mean (lowest to highest) over seeds", "seeds", ACCURACY, "log loss");
    for (Seeds group : groups) {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(group.models().size())));
      cells.add(spread(group, ACCURACY));
      cells.add(spread(group, LOG_LOSS));
      table.add(group.name(), cells.toArray(new String[0]));
    }
    return "\n" + table.text();
  }

  private String spread(Seeds group, String metric) {
    return Seeds.spread(
        group.models().stream().map(model -> findings.value(model, place, metric)).toList());
  }

  /** Why a value is not there, said once for all models that share the reason. */
  private List<String> notes() {
    Map<String, List<String>> models = new LinkedHashMap<>();
    for (RunUnit unit : units) {
      for (String metric : METRICS) {
        MetricRow row = findings.metric(unit.model(), place, metric);
        if (row == null) {
          note(models, metric + " was not computed", unit);
        } else if (row.undefinedReason() != null) {
          note(models, metric + " is undefined, " + row.undefinedReason(), unit);
        }
      }
      GapRow gap = findings.gap(unit.model(), place, ACCURACY);
      if (gap != null && gap.undefinedReason() != null) {
        note(models, "the gap is undefined, " + gap.undefinedReason(), unit);
      }
      if (unit.notScored() > 0) {
        note(models, Figures.grouped(unit.notScored()) + " examples could not be scored", unit);
      }
    }
    return models.entrySet().stream()
        .map(note -> note.getKey() + ": " + Names.listed(note.getValue()))
        .toList();
  }

  private static void note(Map<String, List<String>> models, String note, RunUnit unit) {
    models.computeIfAbsent(note, any -> new ArrayList<>()).add(unit.model());
  }
}
