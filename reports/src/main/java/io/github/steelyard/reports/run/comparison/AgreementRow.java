package io.github.steelyard.reports.run.comparison;

import java.io.Serializable;

/**
 * How far two models that a suite says to be the same are apart on one split: as a rule the same
 * weights in two engines.
 *
 * @param model the one that the suite says this of
 * @param sameAs the one it is said to be the same as
 * @param engine name and version of what ran the one
 * @param sameAsEngine name and version of what ran the other
 * @param examples that both have scored
 * @param equalPredictions those of them to which both give the same answer
 * @param notCompared examples that at least one of them could not score
 * @param largestDifference between two probabilities of an example, 0..1, or of a regression
 *     between the predicted numbers, as a share of the larger where that is above 1
 * @param meanDifference the mean over the examples of each one's largest difference
 * @param largestLogDifference between the log-probabilities of an example's class, in nats; 0 where
 *     an example has none
 * @param tolerance what the suite lets them differ by
 * @param agrees whether both scored the same examples and nothing differs by more
 */
public record AgreementRow(
    String model,
    String sameAs,
    String dataset,
    String split,
    String engine,
    String sameAsEngine,
    long examples,
    long equalPredictions,
    long notCompared,
    double largestDifference,
    double meanDifference,
    double largestLogDifference,
    double tolerance,
    boolean agrees)
    implements Serializable {}
