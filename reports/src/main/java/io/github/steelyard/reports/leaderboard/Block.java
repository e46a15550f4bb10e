package io.github.steelyard.reports.leaderboard;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.task.Headline;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.reports.leaderboard.Findings.Place;
import io.github.steelyard.reports.run.generalization.GapRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.RunUnit;
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
  private static final int OF_SEEDS = 2;

  private final Findings findings;
  private final Place place;
  private final List<RunUnit> units;

  /** As the task says, the first one leading. */
  private final List<Headline> headlines;

  private final String leading;
  private final List<String> models;

  Block(Findings findings, Place place) {
    this.findings = findings;
    this.place = place;
    this.units =
        findings.units(place).stream().sorted(Comparator.comparing(RunUnit::model)).toList();
    this.headlines = Tasks.named(units.get(0).task()).headlines();
    this.leading = headlines.get(0).metric();
    this.models =
        units.stream()
            .map(RunUnit::model)
            .sorted(Comparator.comparingDouble(this::rank).thenComparing(model -> model))
            .toList();
  }

  /** Undefined ones stand last. */
  private double rank(String model) {
    MetricRow row = findings.metric(model, place, leading);
    Double value = row == null ? null : row.value();
    if (row == null || value == null) {
      return Double.POSITIVE_INFINITY;
    }
    return row.higherIsBetter() ? -value : value;
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
            .map(model -> findings.gap(model, place, leading))
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
            trained.isEmpty()
                ? ""
                : "; gap: %s on %s less %1$s here".formatted(headlines.get(0).heading(), trained));
  }

  private String ranking() {
    List<Headline> others = headlines.subList(1, headlines.size());
    List<String> headings =
        new ArrayList<>(List.of("model", headlines.get(0).heading() + confidence(), "gap"));
    others.forEach(other -> headings.add(other.heading()));
    headings.addAll(List.of("parameters", "MACs", "file"));
    TextTable table = new TextTable(headings.toArray(new String[0]));
    for (String model : models) {
      MetricRow first = findings.metric(model, place, leading);
      GapRow gap = findings.gap(model, place, leading);
      List<String> cells = new ArrayList<>();
      cells.add(first == null ? Figures.NONE : Figures.decimal(first.value(), first.interval()));
      cells.add(gap == null ? Figures.NONE : Figures.signed(gap.gap()));
      others.forEach(
          other -> cells.add(Figures.decimal(findings.value(model, place, other.metric()))));
      cells.add(Figures.human(findings.cost(model, CostRow.PARAMETERS), ""));
      cells.add(Figures.human(findings.cost(model, CostRow.MACS_PER_EXAMPLE), ""));
      cells.add(Figures.human(findings.cost(model, CostRow.FILE_BYTES), "B"));
      table.add(model, cells.toArray(new String[0]));
    }
    return table.text();
  }

  /** {@code [95 % interval]} where all intervals are of one confidence. */
  private String confidence() {
    List<Double> confidences =
        models.stream()
            .map(model -> findings.metric(model, place, leading))
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
    List<Headline> shown = headlines.subList(0, Math.min(OF_SEEDS, headlines.size()));
    List<String> headings =
        new ArrayList<>(List.of("mean (lowest to highest) over seeds", "seeds"));
    shown.forEach(headline -> headings.add(headline.heading()));
    TextTable table = new TextTable(headings.toArray(new String[0]));
    for (Seeds group : groups) {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(group.models().size())));
      shown.forEach(headline -> cells.add(spread(group, headline.metric())));
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
      for (Headline headline : headlines) {
        String metric = headline.metric();
        MetricRow row = findings.metric(unit.model(), place, metric);
        if (row == null) {
          note(models, metric + " was not computed", unit);
        } else if (row.undefinedReason() != null) {
          note(models, metric + " is undefined, " + row.undefinedReason(), unit);
        }
      }
      GapRow gap = findings.gap(unit.model(), place, leading);
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
