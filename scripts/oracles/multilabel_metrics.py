#!/usr/bin/env python3
"""Golden values of the multilabel metrics, from scikit-learn.

Debian: apt-get install python3-sklearn (1.2.1 and numpy 1.24.2 wrote the files in the repository).
Usage:  /usr/bin/python3 scripts/oracles/multilabel_metrics.py

Writes engine/core/src/test/resources/oracle/multilabel/CASE.csv (for each label whether an example
has it, the weight, the probabilities or logits) and CASE.expected.csv (what scikit-learn says of
them). Where scikit-learn has a convention for what is 0 / 0, Steelyard says "undefined".

Metrics of rankings are binned: the file has what scikit-learn says of the bins' numbers, and, as
"exact:METRIC", what it says of the scores; both must be closer than the error-bound that Steelyard
reports, which has no value here ("bound").
"""
import pathlib
import warnings

import numpy as np
from scipy.special import expit
from sklearn import metrics

from classification_metrics import AVERAGES, area, average_precision, each, score_bins

FOLDER = pathlib.Path(__file__).resolve().parents[2].joinpath(
    "engine/core/src/test/resources/oracle/multilabel")
EPSILON = 2.0 ** -23
MOST_RANKED = 32


def cases():
    random = np.random.default_rng(20240711)

    def drawn(rows, labels, skill=1.5):
        truth = (random.uniform(size=(rows, labels)) < np.linspace(0.6, 0.1, labels)).astype(int)
        logits = random.normal(size=(rows, labels)) + skill * (truth - 0.5)
        return truth, logits

    truth, logits = drawn(200, 5)
    yield "plain", "probabilities", truth, expit(logits), np.ones(200)
    truth, logits = drawn(200, 4)
    yield "weighted", "probabilities", truth, expit(logits), random.choice([0, 0.1, 0.5, 1, 3.25, 1e6], size=200)
    truth, logits = drawn(150, 6, skill=4.0)
    yield "logits", "logits", truth, 5 * logits, random.uniform(0, 3, size=150).round(3)
    truth, _ = drawn(200, 5)
    yield "ties", "probabilities", truth, random.choice([0.25, 0.5, 0.75], size=(200, 5)), np.ones(200)
    yield "sure", "probabilities", truth, random.choice([0.0, 1.0], size=(200, 5)), np.ones(200)
    yield "right", "probabilities", truth, 1.0 * truth, np.ones(200)
    yield "wrong", "probabilities", truth, 1.0 - truth, np.ones(200)
    # Label 1 is nowhere, label 2 never predicted, label 3 never true, label 4 always.
    truth, logits = drawn(100, 5)
    truth[:, [1, 3]], truth[:, 4] = 0, 1
    logits[:, [1, 2]] -= 30
    yield "absent", "probabilities", truth, expit(logits), np.ones(100)
    truth, logits = drawn(80, 3)
    yield "no-label", "probabilities", np.zeros_like(truth), expit(logits), np.ones(80)
    yield "nothing-predicted", "probabilities", truth, expit(logits - 30), np.ones(80)
    yield "nothing-at-all", "probabilities", np.zeros_like(truth), expit(logits - 30), np.ones(80)
    yield "all-labels", "probabilities", np.ones_like(truth), expit(logits), np.ones(80)
    yield "no-weight", "probabilities", truth, expit(logits), np.zeros(80)
    yield "one-example", "probabilities", truth[:1], expit(logits[:1]), np.ones(1)
    # Labels that only examples without a weight have.
    weights = np.where(truth[:, 2] == 1, 0.0, 1.0)
    yield "one-label-without-weight", "probabilities", truth, expit(logits), weights
    truth, logits = drawn(60, 2)
    yield "two-labels", "probabilities", truth, expit(logits), np.ones(60)
    truth, logits = drawn(40, 33)
    yield "beyond-32", "probabilities", truth, expit(logits), np.ones(40)


def counts(name, function, truth, taken, weights):
    arguments = dict(sample_weight=weights, zero_division=0)
    true = (weights[:, None] * truth).sum(axis=0)
    predicted = (weights[:, None] * taken).sum(axis=0)
    divisors = {"precision": predicted, "recall": true, "f1": true + predicted}[name]
    values = function(truth, taken, average=None, **arguments)
    for index, divisor in enumerate(divisors):
        yield name, f"label={index}", values[index] if divisor > 0 else "undefined"
    defined = {"macro": True, "micro": divisors.sum() > 0, "samples": True, "weighted": true.sum() > 0}
    for average, is_defined in defined.items():
        is_defined = is_defined and weights.sum() > 0
        yield name, average, function(truth, taken, average=average, **arguments) if is_defined else "undefined"


def rankings(truth, scores, weights):
    for name, function in ("roc-auc", area), ("average-precision", average_precision):
        if truth.shape[1] > MOST_RANKED:
            for average in AVERAGES:
                yield name, average, "undefined"
        else:
            yield from each(name, "label", function, truth, scores, weights)


def expected(truth, scores, weights):
    taken = (scores >= 0.5).astype(int)
    arguments = dict(sample_weight=weights)
    for name in "precision", "recall", "f1":
        yield from counts(name, getattr(metrics, name + "_score"), truth, taken, weights)
    means = {
        "subset-accuracy": lambda: metrics.accuracy_score(truth, taken, **arguments),
        "hamming-loss": lambda: metrics.hamming_loss(truth, taken, **arguments),
        "label-ranking-average-precision": lambda: metrics.label_ranking_average_precision_score(
            truth, scores, **arguments),
        "label-ranking-loss": lambda: metrics.label_ranking_loss(truth, scores, **arguments),
        "coverage-error": lambda: metrics.coverage_error(truth, scores, **arguments),
        "log-loss": lambda: np.mean([
            metrics.log_loss(truth[:, k], scores[:, k], eps=EPSILON, labels=[0, 1], **arguments)
            for k in range(truth.shape[1])]),
        "brier": lambda: np.mean([
            metrics.brier_score_loss(truth[:, k], scores[:, k], pos_label=1, **arguments)
            for k in range(truth.shape[1])]),
    }
    for name, value in means.items():
        yield name, "", value() if weights.sum() > 0 else "undefined"

    bits = min(7, int(np.floor(np.log2(8192 / 32 / truth.shape[1]))))
    yield from rankings(truth, score_bins(scores, bits), weights)
    for name, aspect, value in rankings(truth, scores, weights):
        if value != "undefined":
            yield "exact:" + name, aspect, value
    for name in "roc-auc", "average-precision":
        yield name, "error-bound", "bound"


def main():
    warnings.simplefilter("ignore")  # scikit-learn says when it divides 0 by 0; so do we.
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, kind, truth, outputs, weights in cases():
        outputs = outputs.astype(np.float32)
        labels = range(truth.shape[1])
        with open(FOLDER / f"{name}.csv", "w") as file:
            print(*(f"label{k}" for k in labels), "weight", *(f"{kind}{k}" for k in labels), sep=",", file=file)
            for has, weight, row in zip(truth, weights, outputs):
                print(*has, repr(float(weight)), *map(str, row), sep=",", file=file)
        scores = expit(outputs.astype(float)).astype(np.float32) if kind == "logits" else outputs
        with open(FOLDER / f"{name}.expected.csv", "w") as file:
            print("metric,aspect,value", file=file)
            for metric, aspect, value in expected(truth, scores.astype(float), weights):
                value = value if isinstance(value, str) else repr(float(value))
                print(metric, aspect, value, sep=",", file=file)


if __name__ == "__main__":
    main()
