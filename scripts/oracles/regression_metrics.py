#!/usr/bin/env python3
"""Golden values of the regression metrics, from scikit-learn and scipy.

Debian: apt-get install python3-sklearn (1.2.1, scipy 1.10.1 and numpy 1.24.2 wrote the files in the repository).
Usage:  /usr/bin/python3 scripts/oracles/regression_metrics.py

Writes engine/core/src/test/resources/oracle/regression/CASE.csv (targets, weights, predictions) and
CASE.expected.csv (what scikit-learn says of them; formulas in numpy where it takes no weights).
Where scikit-learn has a convention for what is 0 / 0, Steelyard says "undefined".

The median is binned: the file has the median of the bins, the errors of one evenly spread in it, and, as
"exact:METRIC", the median itself; both must be closer than the error-bound that Steelyard reports, which has no value here ("bound"). Of more than
16,384 examples the ranks of Spearman's correlation are binned too; here is what scipy says of the numbers alone.
"""
import pathlib
import warnings

import numpy as np
from scipy import stats
from sklearn import metrics

FOLDER = pathlib.Path(__file__).resolve().parents[2].joinpath(
    "engine/core/src/test/resources/oracle/regression")


def cases():
    random = np.random.default_rng(20240711)

    def drawn(rows, mean=3.0, deviation=2.0, noise=1.0, bias=0.3):
        targets = mean + deviation * random.normal(size=rows)
        return targets, targets + bias + noise * random.normal(size=rows)

    def plain(name, targets, predictions):
        return name, targets, predictions, np.ones(len(targets))

    yield plain("plain", *drawn(201))
    yield plain("even", *drawn(200))
    targets, predictions = drawn(240)
    yield "weighted", targets, predictions, random.choice([0, 0.1, 0.5, 1, 3.25, 1e6], size=240)
    yield "ties", random.integers(4, size=120), random.integers(4, size=120), random.choice([1, 2], size=120)
    yield plain("zero-targets", np.where(np.arange(60) % 3, random.normal(size=60), 0), random.normal(size=60))
    # Deviations of the targets that are small beside their mean.
    yield plain("far-from-0", *drawn(300, mean=1e8, deviation=1.0, noise=20.0))
    targets, predictions = drawn(300, mean=-1e7, deviation=1.0, noise=0.5)
    yield "far-from-0-weighted", targets, predictions, random.uniform(0, 3, size=300)
    yield plain("outliers", *(random.standard_cauchy(size=(2, 150)) * 10.0 ** random.integers(-8, 8, size=150)))
    yield plain("large", *drawn(60, mean=0, deviation=1e30, noise=1e29, bias=0))
    yield plain("small", *drawn(60, mean=0, deviation=1e-30, noise=1e-31, bias=0))
    targets, predictions = drawn(50)
    yield plain("equal-targets", np.full(50, 2.5), predictions)
    yield plain("equal-predictions", targets, np.full(50, 2.5))
    yield plain("perfect", targets.astype(np.float32), targets)
    yield plain("opposite", targets.astype(np.float32), -targets)
    yield plain("one-example", targets[:1], predictions[:1])
    yield plain("two-examples", targets[:2], predictions[:2])
    yield "no-weight", targets, predictions, np.zeros(50)
    # What has no weight must not matter.
    yield "one-weight", targets, predictions, np.where(np.arange(50) == 7, 2.0, 0.0)


def pearson(targets, predictions, weights):
    about = [x - np.average(x, weights=weights) for x in (targets, predictions)]
    common = (weights * about[0] * about[1]).sum()
    value = common / np.sqrt((weights * about[0] ** 2).sum()) / np.sqrt((weights * about[1] ** 2).sum())
    if np.all(weights == 1):
        assert np.isclose(value, stats.pearsonr(targets, predictions)[0], rtol=1e-12)
    return value


def average_ranks(numbers, weights):
    """What lies below a number and half of what is equal to it: scipy's average ranks less 1/2, where all weigh 1."""
    _, places = np.unique(numbers, return_inverse=True)
    sums = np.bincount(places, weights)
    return (np.cumsum(sums) - sums / 2)[places]


def spearman(targets, predictions, weights):
    if np.all(weights == 1):
        return stats.spearmanr(targets, predictions)[0]
    return pearson(average_ranks(targets, weights), average_ranks(predictions, weights), weights)


def middle_pair(numbers, weights):
    """The lower and the upper median: equal but where half of the weight lies on either side."""
    order = np.argsort(numbers)
    order = order[weights[order] > 0]
    before = np.cumsum(weights[order])
    half = before[-1] / 2
    lower = int(np.argmax(before >= half * (1 - 1e-12)))
    upper = lower + 1 if abs(before[lower] - half) <= 1e-12 * half else lower
    return numbers[order[lower]], numbers[order[min(upper, len(order) - 1)]]


def error_bin(error):
    """The ends of the bin of an error: 64 bins of equal width in each octave."""
    if error == 0:
        return 0.0, 0.0
    mantissa, exponent = np.frexp(error)  # mantissa in [1/2, 1)
    place = np.floor((2 * mantissa - 1) * 64)
    octave = 2.0 ** (exponent - 1)
    return octave * (1 + place / 64), octave * (1 + (place + 1) / 64)


def binned_median(errors, weights):
    """Where half of the weight lies below, the errors of each bin spread evenly between its ends."""
    lower, upper = (error_bin(error) for error in middle_pair(errors, weights))
    if lower != upper:  # Half of the weight lies on either side of what is between two bins.
        return np.mean([lower, upper])
    inside = (errors >= lower[0]) & ((errors < lower[1]) | (errors == lower[0]))
    below = weights[errors < lower[0]].sum()
    share = (weights.sum() / 2 - below) / weights[inside].sum()
    return lower[0] + share * (lower[1] - lower[0])


def expected(targets, predictions, weights):
    names = ["mean-absolute-error", "mean-squared-error", "root-mean-squared-error", "mean-error",
             "mean-absolute-percentage-error", "maximum-error", "r-squared", "explained-variance",
             "pearson-correlation", "spearman-correlation", "median-absolute-error"]
    if weights.sum() == 0:
        for name in names:
            yield name, "", "undefined"
        for quantile in 0.1, 0.5, 0.9:
            yield "pinball-loss", f"quantile={quantile}", "undefined"
        for name in "median-absolute-error", "spearman-correlation":
            yield name, "error-bound", "undefined"
        return
    arguments = dict(sample_weight=weights)
    errors = predictions - targets
    some = weights > 0
    equal_targets = len(np.unique(targets[some])) == 1
    equal_predictions = len(np.unique(predictions[some])) == 1
    yield "mean-absolute-error", "", metrics.mean_absolute_error(targets, predictions, **arguments)
    yield "mean-squared-error", "", metrics.mean_squared_error(targets, predictions, **arguments)
    yield "root-mean-squared-error", "", metrics.mean_squared_error(
        targets, predictions, squared=False, **arguments)
    yield "mean-error", "", np.average(errors, weights=weights)
    yield "mean-absolute-percentage-error", "", metrics.mean_absolute_percentage_error(
        targets, predictions, **arguments)
    yield "maximum-error", "", metrics.max_error(targets[some], predictions[some])
    yield "r-squared", "", "undefined" if equal_targets else metrics.r2_score(
        targets, predictions, **arguments)
    yield "explained-variance", "", "undefined" if equal_targets else metrics.explained_variance_score(
        targets, predictions, **arguments)
    yield "pearson-correlation", "", "undefined" if equal_targets or equal_predictions else pearson(
        targets, predictions, weights)
    constant = equal_targets or equal_predictions
    rank_correlation = "undefined" if constant else spearman(targets[some], predictions[some], weights[some])
    if some.sum() > 16_384:
        yield "exact:spearman-correlation", "", rank_correlation
    else:
        yield "spearman-correlation", "", rank_correlation
    yield "spearman-correlation", "error-bound", (
        "undefined" if constant else "bound" if some.sum() > 16_384 else 0.0)
    for quantile in 0.1, 0.5, 0.9:
        yield "pinball-loss", f"quantile={quantile}", metrics.mean_pinball_loss(
            targets, predictions, alpha=quantile, **arguments)
    lower, upper = middle_pair(np.abs(errors), weights)
    if np.all(weights == 1):
        assert np.isclose((lower + upper) / 2, metrics.median_absolute_error(targets, predictions), rtol=1e-12)
    yield "median-absolute-error", "", binned_median(np.abs(errors), weights)
    yield "exact:median-absolute-error", "", (lower + upper) / 2
    yield "median-absolute-error", "error-bound", "bound"


def main():
    warnings.simplefilter("ignore")  # scikit-learn says when it divides 0 by 0; so do we.
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, targets, predictions, weights in cases():
        targets = np.asarray(targets, dtype=float)
        weights = np.asarray(weights, dtype=float)
        answers = np.asarray(predictions).astype(np.float32)
        with open(FOLDER / f"{name}.csv", "w") as file:
            print("target,weight,prediction", file=file)
            for target, weight, answer in zip(targets, weights, answers):
                print(repr(float(target)), repr(float(weight)), answer, sep=",", file=file)
        with open(FOLDER / f"{name}.expected.csv", "w") as file:
            print("metric,aspect,value", file=file)
            for metric, aspect, value in expected(targets, answers.astype(float), weights):
                value = value if isinstance(value, str) else repr(float(value))
                print(metric, aspect, value, sep=",", file=file)


if __name__ == "__main__":
    main()
