package io.github.steelyard.reports.run.generalization;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Whether models are in the same order in another domain.
 *
 * @param relative the domain, and what it is held against
 * @param aspect which of the metric's values this is, or null for a metric that has only one
 * @param models that have both values
 * @param spearman correlation of their ranks, or null where it is undefined
 * @param kendall tau-b, or null where it is undefined
 * @param undefinedReason why they are undefined; null where they are not
 */
public record DomainAgreementRow(
    Relative relative,
    String metric,
    @Nullable String aspect,
    long models,
    @Nullable Double spearman,
    @Nullable Double kendall,
    @Nullable String undefinedReason)
    implements Serializable {}
