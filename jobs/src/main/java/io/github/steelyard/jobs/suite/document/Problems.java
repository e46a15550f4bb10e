package io.github.steelyard.jobs.suite.document;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one file, so that a user hears of all of it at once. */
public final class Problems {
  private record Problem(int line, int column, String text) {}

  private final String file;

  /** A set: what stands once in the file but is read twice is one mistake. */
  private final TreeSet<Problem> found =
      new TreeSet<>(
          Comparator.comparingInt(Problem::line)
              .thenComparingInt(Problem::column)
              .thenComparing(Problem::text));

  public Problems(String file) {
    this.file = file;
  }

  public void add(Node node, String key, String expecting, String found) {
    add(node.getStartMark(), key, expecting, found);
  }

  public void add(Mark mark, String key, String expecting, String found) {
    add(mark.getLine() + 1, mark.getColumn() + 1, key, expecting, found);
  }

  /**
   * @param line from 1
   * @param column from 1
   */
  void add(int line, int column, String key, String expecting, String found) {
    this.found.add(
        new Problem(line, column, key + ": Expecting " + expecting + ". Found: " + found));
  }

  /** Where a node stands, for those who find out later that something is wrong with it. */
  String place(Node node) {
    Mark mark = node.getStartMark();
    return place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new SuiteException(sentences());
    }
  }

  private List<String> sentences() {
    return found.stream()
        .map(problem -> place(problem.line(), problem.column()) + ": " + problem.text())
        .toList();
  }

  private String place(int line, int column) {
    return file + ":" + line + ":" + column;
  }
}
