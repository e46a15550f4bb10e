#!/usr/bin/env python3
"""Golden values of intervals, tests and power, from statsmodels and scipy.

Debian: apt-get install python3-statsmodels (0.13.5 and scipy 1.10.1 wrote the file in the repository).
Usage:  /usr/bin/python3 scripts/oracles/statistical_tests.py

Writes engine/core/src/test/resources/oracle/statistics/expected.csv: a function, its arguments and
values, each list separated by spaces. Tango's interval and Connor's number of examples, which neither
library has, come from their definitions: the first by maximizing the likelihood numerically, the
second by searching for the number at which the power is met.
"""
import pathlib

import numpy as np
from scipy import optimize, stats
from statsmodels.stats import contingency_tables, multitest, proportion

FILE = pathlib.Path(__file__).resolve().parents[2].joinpath(
    "engine/core/src/test/resources/oracle/statistics/expected.csv")
PAIRS = [(150, 86, 1600), (10, 2, 12), (0, 6, 40), (0, 0, 50), (5, 5, 10), (1, 0, 1), (12, 0, 12),
         (3, 1, 1000), (12, 2, 50), (480, 520, 1000), (40000, 39000, 1000000)]


def tango(b, c, n, confidence):
    z = stats.norm.ppf(0.5 + confidence / 2)

    def score(d):
        # The trinomial likelihood of (q + d, q, rest) under a difference of d, at its highest.
        lowest, highest = max(0, -d), (1 - d) / 2

        def loss(q):
            cells = (b, q + d), (c, q), (n - b - c, 1 - 2 * q - d)
            return -sum(count * np.log(max(p, 1e-300)) for count, p in cells if count)

        def slope(q):
            # Times all three probabilities, so that it is finite at both ends.
            p, r = q + d, 1 - 2 * q - d
            return b * q * r + c * p * r - 2 * (n - b - c) * p * q

        ends = [lowest, highest]
        inner = []
        grid = np.linspace(lowest, highest, 400)
        for left, right in zip(grid, grid[1:]):
            if slope(left) * slope(right) < 0:
                inner.append(optimize.brentq(slope, left, right, xtol=1e-18, rtol=1e-15))
        q = min(ends + inner, key=loss)
        return (b - c - n * d) / np.sqrt(n * (2 * q + d - d * d))

    estimate = (b - c) / n
    inside = 1e-13
    lower = -1.0 if c == n else optimize.brentq(
        lambda d: score(d) - z, -1 + inside, estimate - inside, xtol=1e-15)
    upper = 1.0 if b == n else optimize.brentq(
        lambda d: score(d) + z, estimate + inside, 1 - inside, xtol=1e-15)
    return lower, upper


def connor_power(n, difference, discordant, alpha):
    sd_null, sd = np.sqrt(discordant), np.sqrt(discordant - difference ** 2)
    return stats.norm.cdf(
        (np.sqrt(n) * abs(difference) - stats.norm.ppf(1 - alpha / 2) * sd_null) / sd)


def connor_examples(difference, discordant, alpha, power):
    def missing(n):
        return connor_power(n, difference, discordant, alpha) - power
    return int(np.ceil(optimize.brentq(missing, 1e-6, 1e12)))


def rows():
    for b, c, n in PAIRS:
        for confidence in 0.9, 0.95, 0.99:
            yield "tango", (b, c, n, confidence), tango(b, c, n, confidence)
        table = [[0, b], [c, n - b - c]]
        if b + c:
            chi2 = contingency_tables.mcnemar(table, exact=False, correction=False)
            yield "mcnemar-statistic", (b, c, n), (chi2.statistic,)
        exact = contingency_tables.mcnemar(table, exact=True).pvalue
        yield "mcnemar-exact", (b, c, n), (exact,)
        once = stats.binom.pmf(min(b, c), b + c, 0.5)
        yield "mcnemar-mid-p", (b, c, n), (min(1, 2 * stats.binom.cdf(min(b, c), b + c, .5) - once),)

    random = np.random.default_rng(20240711)
    lists = [[0.03], [0.01, 0.04, 0.03, 0.005], [0, 0, 1, 1], [0.2, 0.2, 0.2],
             list(random.uniform(size=12) ** 3)]
    for p in lists:
        yield "holm", p, multitest.multipletests(p, method="holm")[1]
        yield "benjamini-hochberg", p, multitest.multipletests(p, method="fdr_bh")[1]

    for one, other in (0.9, 0.92), (0.5, 0.6), (0.99, 0.995), (0.1, 0.05), (1.0, 0.98):
        for alpha, power in (0.05, 0.8), (0.01, 0.9):
            n = proportion.samplesize_proportions_2indep_onetail(
                one - other, other, power, ratio=1, alpha=alpha, alternative="two-sided")
            yield "unpaired-examples", (one, other, alpha, power), (np.ceil(n),)
    for n, accuracy in (1000, 0.9), (10000, 0.5), (200, 0.97), (1000000, 0.99):
        def far(d):
            return proportion.samplesize_proportions_2indep_onetail(
                d, accuracy, 0.8, ratio=1, alpha=0.05, alternative="two-sided") - n
        if far(1 - accuracy) < 0:
            yield "unpaired-difference", (n, accuracy), (
                optimize.brentq(far, 1e-9, 1 - accuracy, xtol=1e-15),)
    for difference, discordant in (0.01, 0.05), (0.001, 0.02), (-0.2, 0.3), (0.05, 0.05):
        for alpha, power in (0.05, 0.8), (0.01, 0.9):
            yield "paired-examples", (difference, discordant, alpha, power), (
                connor_examples(difference, discordant, alpha, power),)

    values = random.normal(size=500)
    reach = stats.t.ppf(0.975, 29) * values.std(ddof=1)
    yield "bootstrap", (0.25, 30, *values), (0.25 - reach, 0.25 + reach)

    # The jackknife of a mean of groups of one size is the t test of the groups' means.
    for groups, shift in (20, 0.1), (26, 0.5), (100, -0.2), (100, 0):
        means = random.normal(size=groups) + shift
        yield "paired-jackknife", means, (stats.sem(means), stats.ttest_1samp(means, 0).pvalue)
    for examples, discordant in (1000, 0.1), (3000, 0.02), (10000, 0.25):
        def missing(d):
            return connor_power(examples, d, discordant, 0.05) - 0.8
        yield "paired-difference", (examples, discordant), (
            optimize.brentq(missing, 1e-9, discordant, xtol=1e-15),)


def main():
    FILE.parent.mkdir(parents=True, exist_ok=True)
    with open(FILE, "w") as file:
        print("function,arguments,values", file=file)
        for function, arguments, values in rows():
            lists = (" ".join(repr(float(value)) for value in each) for each in (arguments, values))
            print(function, *lists, sep=",", file=file)


if __name__ == "__main__":
    main()
