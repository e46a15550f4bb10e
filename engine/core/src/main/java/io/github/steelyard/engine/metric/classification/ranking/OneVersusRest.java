package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.RankedCurves;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A ranking metric of the positive class, or of each class against the others. */
final class OneVersusRest {
  static final String DOC =
      " Of two classes that of the positive one. Of more, one value for each class against all"
          + " others; macro: mean over the classes that have examples and others; weighted: mean"
          + " weighted with the classes' examples; micro: all pairs of an example and a class as"
          + " one ranking. Undefined beyond 32 classes.";

  private OneVersusRest() {}

  static List<Value> values(ScoreBinState state, Function<ScoreCurve, Bounded> metric) {
    ScoreBinKind kind = state.kind();
    RankedCurves ranked = new RankedCurves("class", metric);
    if (kind.onlyPositive()) {
      ranked.add("", "the positive class", state.curve(0));
    } else if (kind.counted() == 0) {
      ranked.addUndefinedAverages("more than " + ClassificationTask.SCORES_KEPT + " classes");
    } else {
      ranked.addAll(IntStream.range(0, kind.counted()).mapToObj(state::curve).toList());
    }
    return ranked.values();
  }
}
