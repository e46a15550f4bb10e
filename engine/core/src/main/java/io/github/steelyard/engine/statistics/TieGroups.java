package io.github.steelyard.engine.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Which models of a ranking cannot be told apart: two models share a group exactly if they do not
 * differ significantly, and no group lies within another (a compact letter display). By insertion
 * and absorption: H.-P. Piepho, "An algorithm for a letter-based representation of all-pairwise
 * comparisons" (2004).
 */
public final class TieGroups {
  /** Whether two models, given by their places, differ significantly; symmetric. */
  @FunctionalInterface
  public interface Differ {
    boolean differ(int one, int other);
  }

  private TieGroups() {}

  /**
   * The groups, each with the places of its models, ascending; the group of the best model first.
   *
   * @param models how many were ranked, best first
   */
  public static List<BitSet> of(int models, Differ significantly) {
    if (models == 0) {
      return List.of();
    }
    BitSet all = new BitSet();
    all.set(0, models);
    List<BitSet> groups = List.of(all);
    for (int one = 0; one < models; one++) {
      for (int other = one + 1; other < models; other++) {
        if (significantly.differ(one, other)) {
          groups = apart(groups, one, other);
        }
      }
    }
    return groups.stream().sorted(Comparator.comparing(TieGroups::places)).toList();
  }

  /** The places as characters, whose order is that of the groups. */
  private static String places(BitSet group) {
    return group.stream()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<BitSet> apart(List<BitSet> groups, int one, int other) {
    List<BitSet> split = new ArrayList<>();
    for (BitSet group : groups) {
      if (group.get(one) && group.get(other)) {
        split.add(without(group, one));
        split.add(without(group, other));
      } else {
        split.add(group);
      }
    }
    return absorbed(split);
  }

  private static BitSet without(BitSet group, int model) {
    BitSet rest = (BitSet) group.clone();
    rest.clear(model);
    return rest;
  }

  private static List<BitSet> absorbed(List<BitSet> groups) {
    List<BitSet> kept = new ArrayList<>();
    List<BitSet> largestFirst = new ArrayList<>(groups);
    largestFirst.sort(Comparator.comparingInt(BitSet::cardinality).reversed());
    for (BitSet group : largestFirst) {
      if (kept.stream().noneMatch(larger -> holds(larger, group))) {
        kept.add(group);
      }
    }
    return kept;
  }

  private static boolean holds(BitSet larger, BitSet group) {
    BitSet rest = (BitSet) group.clone();
    rest.andNot(larger);
    return rest.isEmpty();
  }
}
