#!/usr/bin/env python3
"""Figures of slice differences and of other domains, from statsmodels and scipy.

Debian: apt-get install python3-statsmodels (0.13.5 and scipy 1.10.1 gave the figures in the tests).
Usage:  /usr/bin/python3 scripts/oracles/slices_and_domains.py

Prints what stands in SliceContrastTest, IntervalPValueTest and DomainsTest. The p-value of an interval
is that of a test whose statistic is the estimate over its distance to the bound on the side of 0.
"""
from scipy import stats
from statsmodels.stats import multitest, proportion


def p_value(estimate, lower, upper, confidence, distribution):
    distance = estimate - lower if estimate > 0 else upper - estimate
    quantile = distribution.ppf(0.5 + confidence / 2)
    return 2 * distribution.sf(quantile * abs(estimate) / distance)


def slices(right, each):
    p_values = []
    for hits in right:
        rest, others = sum(right) - hits, each * (len(right) - 1)
        difference = hits / each - rest / others
        bounds = proportion.confint_proportions_2indep(
            hits, each, rest, others, method="newcomb", compare="diff")
        p_values.append(p_value(difference, *bounds, 0.95, stats.norm))
        print("slice", hits, "of", each, difference, *bounds)
    print("adjusted", *multitest.multipletests(p_values, method="fdr_bh")[1])


def main():
    slices([30, 20, 35], 40)
    print("normal", p_value(0.1, -0.02, 0.25, 0.95, stats.norm))
    print("student", p_value(-0.3, -0.5, -0.05, 0.9, stats.t(24)))
    origin, there = [0.8, 0.85, 0.9, 0.9, 0.95], [0.7, 0.65, 0.75, 0.6, 0.8]
    print("spearman", stats.spearmanr(origin, there)[0])
    print("kendall", stats.kendalltau(origin, there)[0])


if __name__ == "__main__":
    main()
