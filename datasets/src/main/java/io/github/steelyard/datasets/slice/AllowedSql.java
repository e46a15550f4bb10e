package io.github.steelyard.datasets.slice;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a slice's expression may consist of. Suites come from strangers, so this is a list of what
 * is harmless and not of what is not: everything here gives one value for one row, the same every
 * time, in a time and space that its length bounds. That leaves out subqueries, the clock, random
 * numbers, calls into Java, and matching by patterns, which may take for ever.
 */
final class AllowedSql {
  static final int LONGEST = 1_000;

  /** Spark's names of what the parser makes of operators. */
  private static final Set<String> NODES =
      Set.of(
          "UnresolvedAttribute",
          "Literal",
          "And",
          "Or",
          "Not",
          "EqualTo",
          "EqualNullSafe",
          "LessThan",
          "LessThanOrEqual",
          "GreaterThan",
          "GreaterThanOrEqual",
          "In",
          "IsNull",
          "IsNotNull",
          "CaseWhen",
          "Cast",
          "Add",
          "Subtract",
          "Multiply",
          "Divide",
          "IntegralDivide",
          "Remainder",
          "UnaryMinus",
          "UnaryPositive",
          "Concat");

  private static final SortedSet<String> FUNCTIONS =
      new TreeSet<>(
          List.of(
              "abs",
              "between",
              "ceil",
              "char_length",
              "coalesce",
              "concat",
              "contains",
              "endswith",
              "floor",
              "greatest",
              "if",
              "isnotnull",
              "isnull",
              "least",
              "left",
              "length",
              "lower",
              "nullif",
              "nvl",
              "pmod",
              "right",
              "round",
              "startswith",
              "substring",
              "trim",
              "try_divide",
              "upper",
              "width_bucket"));

  private AllowedSql() {}

  static boolean node(String name) {
    return NODES.contains(name);
  }

  static boolean function(String lowerCaseName) {
    return FUNCTIONS.contains(lowerCaseName);
  }

  /** For sentences. */
  static String text() {
    return "comparisons, AND, OR, NOT, IN, BETWEEN, IS NULL, CASE, CAST and TRY_CAST to"
        + " numbers, texts and booleans, arithmetic and the functions "
        + String.join(", ", FUNCTIONS);
  }
}
