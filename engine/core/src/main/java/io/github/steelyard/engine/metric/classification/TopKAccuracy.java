package io.github.steelyard.engine.metric.classification;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.HitShare;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import io.github.steelyard.engine.statistics.ExactSum;
import io.github.steelyard.engine.statistics.Tally;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.List;
import java.util.stream.IntStream;

/** The share of examples whose class is among the {@code k} best scores. */
@AutoService(Metric.class)
public final class TopKAccuracy implements ClassificationMetric {
  @Override
  public String id() {
    return "top-k-accuracy";
  }

  @Override
  public String doc() {
    return "Share of examples whose class is among the k best scores, for k = 3 and 5 where there"
        + " are more classes than that. Of equal scores the lower class comes first, so that k = 1"
        + " is the accuracy (scikit-learn's top_k_accuracy_score takes the higher class).";
  }

  @Override
  public String intervals() {
    return "Wilson; grouped jackknife with weights or clusters.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new RankKind(settings.classes());
  }

  @Override
  public List<Value> values(MetricState state) {
    RankState ranks = (RankState) state;
    return ks(ranks.classes()).mapToObj(k -> value(k, ranks.ranks())).toList();
  }

  private static IntStream ks(int classes) {
    return IntStream.of(3, RankKind.BEYOND).filter(k -> classes > k);
  }

  private static String aspect(int k) {
    return "k=" + k;
  }

  @Override
  public List<HitShare> hits(MetricSettings settings) {
    return ks(settings.classes()).mapToObj(TopKAccuracy::hits).toList();
  }

  private static HitShare hits(int k) {
    String column = ClassificationTask.LABEL_RANK.name();
    return new HitShare(
        aspect(k),
        List.of(column),
        (examples, outcomes) -> {
          int[] ranks = outcomes.ints(column);
          return row -> ranks[row] < k;
        });
  }

  private static Value value(int k, Tally ranks) {
    long hits = 0;
    ExactSum hitWeight = new ExactSum();
    for (int rank = 0; rank < k; rank++) {
      hits += ranks.count(rank);
      ranks.addWeightTo(hitWeight, rank);
    }
    long examples = ranks.totalCount();
    return Shares.share(
        aspect(k),
        ranks.weighted(),
        hits,
        examples,
        hitWeight.value(),
        ranks.totalWeight(),
        Shares.reasonForNone(examples));
  }
}
