package io.github.steelyard.jobs.evaluate.predict;

import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Cuts the missing parts into tasks: as many models as possible share one reading of a part, yet
 * their weights fit an executor together and every core has work.
 */
final class ModelGroups {
  /** Weights that one task may ask for. */
  static final long MOST_BYTES = 2L << 30;

  private ModelGroups() {}

  /**
   * @param lacking for each split: part to the indexes of the units that lack it
   */
  static List<PredictTask.Work> of(
      Collection<Map<Integer, List<Integer>>> lacking, List<Unit> units, int cores) {
    int parts = lacking.stream().mapToInt(Map::size).sum();
    // Two tasks a core even out parts of different cost.
    int groupsWanted = parts == 0 ? 1 : (2 * cores + parts - 1) / parts;
    List<PredictTask.Work> work = new ArrayList<>();
    for (Map<Integer, List<Integer>> split : lacking) {
      split.forEach(
          (part, missing) -> {
            int size = Math.max(1, (missing.size() + groupsWanted - 1) / groupsWanted);
            for (List<Integer> group : groups(missing, size, units)) {
              work.add(new PredictTask.Work(part, group));
            }
          });
    }
    return work;
  }

  private static List<List<Integer>> groups(List<Integer> missing, int size, List<Unit> units) {
    List<List<Integer>> groups = new ArrayList<>();
    List<Integer> group = new ArrayList<>();
    long bytes = 0;
    for (int index : missing) {
      long more = units.get(index).planned().profile().weightBytes();
      if (!group.isEmpty() && (group.size() == size || bytes + more > MOST_BYTES)) {
        groups.add(group);
        group = new ArrayList<>();
        bytes = 0;
      }
      group.add(index);
      bytes += more;
    }
    groups.add(group);
    return groups;
  }
}
