package io.github.steelyard.reports.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the scores of two models, of one run or of two, may be held against each other.
 *
 * <p>They may where both were asked the same of the same examples. What makes them incomparable:
 * another task or another version of it, another data set, split or selection of examples ({@code
 * --limit}), other contents under the same name, other classes or another order of them, another
 * shift, severity or version of it, another positive class or threshold.
 *
 * <p>What does not: all that belongs to the model. Two models legitimately want the same pixels as
 * 0..255 or 0..1, in another layout or size, answer with logits or probabilities, order their
 * outputs in their own way, run in another engine, precision or batch size, or stand under another
 * name. All of it happens to the decoded examples that both share, and is what a comparison is
 * about. Other numbers of examples that could not be scored are no obstacle either: such examples
 * leave the comparison, and are counted.
 */
public final class Comparability {
  private final List<String> differences = new ArrayList<>();

  private Comparability() {}

  /** Why they are not comparable, in one sentence without an end; empty where they are. */
  public static Optional<String> obstacle(EvaluatedData one, EvaluatedData other) {
    Comparability found = new Comparability();
    found.compare("task", one.task(), other.task());
    found.compare("data set", one.dataset(), other.dataset());
    found.compare("split", one.split(), other.split());
    found.compare("shift", named(one.shift()), named(other.shift()));
    found.compare("yes-or-no question", named(one.decision()), named(other.decision()));
    found.compare("limit", limit(one), limit(other));
    found.compare("number of examples", one.examples(), other.examples());
    found.compare("label map", one.labels().names(), other.labels().names());
    if (found.differences.isEmpty()) {
      found.compare("fingerprint of the contents", one.fingerprint(), other.fingerprint());
    }
    return found.differences.isEmpty()
        ? Optional.empty()
        : Optional.of("evaluated on different data: " + String.join("; ", found.differences));
  }

  private void compare(String what, Object one, Object other) {
    if (!Objects.equals(one, other)) {
      differences.add("the " + what + " is " + one + " in the one, " + other + " in the other");
    }
  }

  private static String named(@Nullable String one) {
    return one == null ? "none" : one;
  }

  private static String limit(EvaluatedData data) {
    Long limit = data.limit();
    return limit == null ? "none" : limit.toString();
  }
}
