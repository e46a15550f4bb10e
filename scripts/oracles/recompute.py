#!/usr/bin/env python3
"""Recomputes the metrics of a run from its exported predictions, with scikit-learn and scipy.

Debian: apt-get install python3-sklearn (1.2.1, scipy 1.10.1 and numpy 1.24.2 are what it was used with).
Usage:  /usr/bin/python3 scripts/oracles/recompute.py FOLDER           holds them against the run's own
        /usr/bin/python3 scripts/oracles/recompute.py FOLDER --golden  writes golden files for the tests

FOLDER has MODEL.csv and MODEL.metrics.csv of each model, as ExportedRun of the tests of jobs writes them: label (or
target), weight, group and probabilities (or prediction) of each example; metric, aspect and value. Each value that
differs by more than 1e-9 (relative, where it is above 1) is printed, as is one that only one side has; those of
rankings and medians, which are binned, are held against what scikit-learn says of the bins to 1e-9 and of the numbers
themselves to the reported error-bound. Exit status: 0 where all agree, 1 where they do not, 2 for a folder without models.

--golden writes engine/core/src/test/resources/oracle/real/MODEL.csv.gz with the rows, MODEL.expected.csv with their
values, MODEL-weighted.expected.csv with those where the example in row i weighs half of i modulo 5, and
MODEL.intervals.csv and MODEL-weighted.intervals.csv with 95 % delete-a-group jackknife intervals of some of them, of
independent examples and of clusters. Those in the repository are of what RecomputedIT of jobs leaves in
jobs/target/exported: the four LeNets, mlp-w4-d1-s1 of breast-cancer and of diabetes, and mlp-w8-d1 of digits-table,
named breast-cancer, diabetes and digits.
"""
import csv
import gzip
import pathlib
import sys
import warnings

import numpy as np
from scipy import special, stats

import classification_metrics
import regression_metrics

GOLDEN = pathlib.Path(__file__).resolve().parents[2].joinpath("engine/core/src/test/resources/oracle/real")
PRECISION = 1e-9
SAME = lambda x: x, lambda x: x
LOGIT = special.logit, special.expit
LOGARITHM = np.log, np.exp
FISHER_Z = np.arctanh, np.tanh

# Metric and aspect, the scale of the interval, and the range that it is cut to.
INTERVALS = {
    ("log-loss", ""): (SAME, 0, np.inf),
    ("brier", ""): (SAME, 0, 2),
    ("f1", "macro"): (SAME, 0, 1),
    ("f1", "weighted"): (SAME, 0, 1),
    ("roc-auc", "macro"): (LOGIT, 0, 1),
    ("roc-auc", ""): (LOGIT, 0, 1),
    ("average-precision", "micro"): (LOGIT, 0, 1),
    ("mean-absolute-error", ""): (LOGARITHM, 0, np.inf),
    ("root-mean-squared-error", ""): (LOGARITHM, 0, np.inf),
    ("r-squared", ""): (SAME, -np.inf, 1),
    ("pearson-correlation", ""): (FISHER_Z, -1, 1),
    ("spearman-correlation", ""): (FISHER_Z, -1, 1),
}


def read(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def columns(path):
    """What the metrics of the file's task want, and the groups."""
    rows = read(path)
    numbers = [name for name in rows[0] if name not in ("label", "target", "weight", "group")]
    # As float32, in which they were stored: what is written is the shortest text that gives it back.
    said = np.array([[row[name] for name in numbers] for row in rows]).astype(np.float32).astype(float)
    weights = np.array([float(row["weight"]) for row in rows])
    groups = np.array([int(row["group"]) for row in rows])
    if "label" in rows[0]:
        labels = np.array([int(row["label"]) for row in rows])
        return classification_metrics.expected, labels, said, weights, groups
    return regression_metrics.expected, np.array([float(row["target"]) for row in rows]), said[:, 0], weights, groups


def expected(function, truth, said, weights):
    return {(metric, aspect): value for metric, aspect, value in function(truth, said, weights)}


def close(ours, theirs, tolerance=0.0):
    return abs(ours - theirs) <= tolerance + PRECISION * max(1, abs(theirs))


def disagreements(ours, theirs):
    """Sentences; ours are the values of the run, as texts."""
    known = {(metric.replace("exact:", ""), aspect) for metric, aspect in theirs}
    for metric, aspect in sorted(ours.keys() - known):
        yield f"{metric} {aspect}: {ours[metric, aspect]}, of which scikit-learn says nothing"
    for (metric, aspect), value in theirs.items():
        exact = metric.startswith("exact:")
        name = metric.replace("exact:", "")
        own = ours.get((name, aspect), "missing")
        if value == "bound":
            good = own == "undefined" or float(own) >= 0
        elif isinstance(value, str) or own in ("missing", "undefined"):
            good = own == value
        else:
            good = close(float(own), value, float(ours[name, "error-bound"]) if exact else 0)
        if not good:
            yield f"{metric} {aspect}: {own}, scikit-learn says {value}"


def degrees_of_freedom(scaled):
    """Of clusters: those of a chi-square with the variance that the groups' kurtosis gives their variance."""
    groups = len(scaled)
    kurtosis = stats.kurtosis(scaled, fisher=False)
    return min(groups - 1, 2 / (kurtosis / groups - (groups - 3) / (groups * (groups - 1))))


def intervals(values, clustered, function, truth, said, weights, groups):
    """Lower and upper ends: theta -+ t sqrt((G - 1) / G sum((theta_g - mean)^2)), on the scale of the metric."""
    without = [expected(function, truth[groups != group], said[groups != group], weights[groups != group])
               for group in np.unique(groups)]
    for key, ((to, back), lowest, highest) in INTERVALS.items():
        others = [of_others.get(key, "undefined") for of_others in without]
        if key not in values or "undefined" in others:
            continue
        if key[0] == "f1" and np.sum(said.argmax(axis=1) != truth) < 5:  # Misses, too few for an interval.
            continue
        scaled = to(np.array(others))
        if np.all(np.isfinite(scaled)):
            degrees = degrees_of_freedom(scaled) if clustered and to is not SAME[0] else len(scaled) - 1
            reach = stats.t.ppf(0.975, degrees) * np.sqrt(np.sum((scaled - scaled.mean()) ** 2) * (1 - 1 / len(scaled)))
            middle = to(values[key])
            yield key, max(lowest, back(middle - reach)), min(highest, back(middle + reach))


def write(path, header, rows):
    with open(path, "w") as file:
        print(header, file=file)
        for row in rows:
            print(*(cell if isinstance(cell, str) else repr(float(cell)) for cell in row), sep=",", file=file)


def write_golden(path, function, truth, said, weights, groups):
    GOLDEN.mkdir(parents=True, exist_ok=True)
    # Without time and name: the same rows are the same bytes.
    with open(GOLDEN / f"{path.stem}.csv.gz", "wb") as file:
        file.write(gzip.compress(path.read_bytes(), mtime=0))
    variants = (path.stem, weights, False), (path.stem + "-weighted", np.arange(len(weights)) % 5 / 2, True)
    for name, weight, clustered in variants:
        values = expected(function, truth, said, weight)
        write(GOLDEN / f"{name}.expected.csv", "metric,aspect,value", ((*key, value) for key, value in values.items()))
        ends = intervals(values, clustered, function, truth, said, weight, groups)
        write(GOLDEN / f"{name}.intervals.csv", "metric,aspect,lower,upper", ((*key, *both) for key, *both in ends))


def main(folder, *options):
    warnings.simplefilter("ignore")  # scikit-learn says when it divides 0 by 0; so does Steelyard.
    paths = sorted(path for path in pathlib.Path(folder).glob("*.csv") if not path.stem.endswith(".metrics"))
    if not paths or options not in ((), ("--golden",)):
        print(f"Cannot recompute {folder} {' '.join(options)}: expected a folder with MODEL.csv, and --golden or nothing",
              file=sys.stderr)
        return 2
    agree = True
    for path in paths:
        function, *rows, groups = columns(path)
        values = expected(function, *rows)
        ours = {(row["metric"], row["aspect"]): row["value"] for row in read(path.with_suffix(".metrics.csv"))}
        for sentence in disagreements(ours, values):
            agree = False
            print(f"{path.stem}: {sentence}")
        print(f"{path.stem}: {len(ours)} values of {len(groups)} examples recomputed")
        if options:
            write_golden(path, function, *rows, groups)
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
