package io.github.steelyard.jobs.suite.evaluation;

import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftLevel;
import io.github.steelyard.datasets.shift.Shifts;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.key.EvaluateKeys;
import io.github.steelyard.jobs.suite.settings.ShiftSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what a suite says of shifts. */
public final class ShiftReader {
  private static final String ALL = "all";
  private static final String IMAGENET_C = "imagenet-c";

  private ShiftReader() {}

  /**
   * What is done to inputs for a second look, and how strongly.
   *
   * @param splitNames of all data sets
   */
  public static ShiftSettings read(BlockReader block, Set<String> splitNames) {
    Set<Shift> shifts = new LinkedHashSet<>();
    Set<String> named = new LinkedHashSet<>();
    for (String name : block.many(EvaluateKeys.SHIFTS)) {
      List<Shift> found = named(name, block);
      shifts.addAll(found);
      if (!name.equals(ALL)) {
        found.forEach(shift -> named.add(shift.name()));
      }
    }
    List<ShiftLevel> levels = new ArrayList<>();
    for (Shift shift : shifts) {
      new LinkedHashSet<>(block.many(EvaluateKeys.SEVERITIES))
          .forEach(severity -> levels.add(ShiftLevel.of(shift, severity)));
    }
    List<String> splits = block.many(EvaluateKeys.SHIFT_SPLITS);
    for (String split : splits) {
      if (!splitNames.contains(split)) {
        block.problem(
            EvaluateKeys.SHIFT_SPLITS,
            "splits of the data sets, " + String.join(", ", splitNames),
            NearMatch.found(split, splitNames));
      }
    }
    return new ShiftSettings(levels, named, splits);
  }

  private static List<Shift> named(String name, BlockReader block) {
    List<Shift> known = Shifts.all();
    List<Shift> found =
        known.stream()
            .filter(
                shift ->
                    name.equals(ALL)
                        || (name.equals(IMAGENET_C) && shift.inImageNetC())
                        || shift.name().equals(name))
            .toList();
    if (found.isEmpty()) {
      List<String> names = new ArrayList<>(List.of(ALL, IMAGENET_C));
      known.forEach(shift -> names.add(shift.name()));
      block.problem(
          EvaluateKeys.SHIFTS,
          "shifts of " + String.join(", ", names),
          NearMatch.found(name, names));
    }
    return found;
  }
}
