#!/usr/bin/env python3
"""Golden values of the classification metrics, from scikit-learn.

Debian: apt-get install python3-sklearn (1.2.1 and numpy 1.24.2 wrote the files in the repository).
Usage:  /usr/bin/python3 scripts/oracles/classification_metrics.py

Writes engine/core/src/test/resources/oracle/classification/CASE.csv (what the model said) and
CASE.expected.csv (what scikit-learn says of it; formulas in numpy where it has no such function).
Probabilities are multiples of 2^-16, so that float32 holds them and their sum is exactly 1:
scikit-learn's log_loss normalizes again, Steelyard does not.
"""
import pathlib

import numpy as np
from scipy.special import softmax
from sklearn import metrics

FOLDER = pathlib.Path(__file__).resolve().parents[2].joinpath(
    "engine/core/src/test/resources/oracle/classification")
UNITS = 1 << 16


def dyadic(probabilities):
    """Rounds each row to multiples of 2^-16 that add up to 1."""
    units = np.floor(probabilities * UNITS).astype(int)
    units[np.arange(len(units)), units.argmax(axis=1)] += UNITS - units.sum(axis=1)
    return units / UNITS


def drawn(random, rows, classes, skill, concentration=1.0):
    labels = random.integers(classes, size=rows)
    logits = random.normal(size=(rows, classes)) * concentration
    logits[np.arange(rows), labels] += skill
    return labels, logits.astype(np.float32)


def cases():
    random = np.random.default_rng(20240711)
    ones = lambda labels: np.ones(len(labels))

    labels, logits = drawn(random, 240, 7, 1.2)
    yield "plain", "probabilities", labels, dyadic(softmax(logits.astype(float), axis=1)), ones(labels)

    labels, logits = drawn(random, 240, 4, 1.0)
    weights = random.choice([0, 0.1, 0.5, 1, 3.25, 1e6], size=240)
    yield "weighted", "probabilities", labels, dyadic(softmax(logits.astype(float), axis=1)), weights

    # Class 3 is nowhere, class 4 never predicted, class 5 never a label.
    labels, logits = drawn(random, 200, 6, 1.0)
    labels = np.array([0, 1, 2, 0, 4, 1])[labels]
    logits[:, [3, 4]] -= 30
    yield "absent", "probabilities", labels, dyadic(softmax(logits.astype(float), axis=1)), ones(labels)

    # Ties, probabilities of 0 and 1, and top scores on the bounds of the bins.
    rows = [[0, 1, 0], [1, 0, 0], [.5, .5, 0], [.5, .25, .25], [0, .5, .5], [.25, .375, .375]]
    probabilities = np.array(rows * 12)
    labels = random.integers(3, size=len(probabilities))
    yield "edges", "probabilities", labels, probabilities, ones(labels)

    labels, logits = drawn(random, 200, 2, 0.8)
    yield "binary", "probabilities", labels, dyadic(softmax(logits.astype(float), axis=1)), ones(labels)

    labels, logits = drawn(random, 200, 5, 2.0, concentration=6.0)
    weights = random.uniform(0, 3, size=200).round(3)
    yield "logits", "logits", labels, logits, weights


def per_class(name, function, labels, predictions, weights, classes):
    arguments = dict(sample_weight=weights, zero_division=0)
    values = function(labels, predictions, labels=range(classes), average=None, **arguments)
    for index in range(classes):
        divisor = {
            "precision": weights[predictions == index].sum(),
            "recall": weights[labels == index].sum(),
            "f1": weights[(predictions == index) | (labels == index)].sum(),
        }[name]
        yield name, f"class={index}", values[index] if divisor > 0 else "undefined"
    for average in "macro", "micro", "weighted":
        # Without labels=: the classes that occur, which is what scikit-learn averages over.
        yield name, average, function(labels, predictions, average=average, **arguments)


def expected(labels, probabilities, weights):
    classes = probabilities.shape[1]
    predictions = probabilities.argmax(axis=1)
    rows = np.arange(len(labels))
    own = probabilities[rows, labels]
    total = weights.sum()
    yield "accuracy", "", metrics.accuracy_score(labels, predictions, sample_weight=weights)
    yield "balanced-accuracy", "", metrics.balanced_accuracy_score(
        labels, predictions, sample_weight=weights)
    yield "cohen-kappa", "", metrics.cohen_kappa_score(labels, predictions, sample_weight=weights)
    yield "matthews-correlation", "", metrics.matthews_corrcoef(
        labels, predictions, sample_weight=weights)
    yield "log-loss", "", metrics.log_loss(
        labels, probabilities, labels=range(classes), sample_weight=weights)
    for name in "precision", "recall", "f1":
        function = getattr(metrics, name + "_score")
        yield from per_class(name, function, labels, predictions, weights, classes)

    truth = np.eye(classes)[labels]
    yield "brier", "", (weights * ((probabilities - truth) ** 2).sum(axis=1)).sum() / total

    confidence = probabilities.max(axis=1)
    hits = predictions == labels
    error = 0
    for index in range(10):
        inside = (confidence > index / 10) & (confidence <= (index + 1) / 10)
        error += abs((weights * (hits - confidence.astype(float)))[inside].sum())
    yield "expected-calibration-error", "", error / total

    lower = np.arange(classes)[None, :] < labels[:, None]
    before = (probabilities > own[:, None]) | ((probabilities == own[:, None]) & lower)
    rank = before.sum(axis=1)
    for k in 3, 5:
        if classes > k:
            value = weights[rank < k].sum() / total
            ties = any(len(set(row)) < classes for row in probabilities)
            if not ties:
                assert np.isclose(value, metrics.top_k_accuracy_score(
                    labels, probabilities, k=k, labels=range(classes), sample_weight=weights))
            yield "top-k-accuracy", f"k={k}", value


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, kind, labels, outputs, weights in cases():
        classes = outputs.shape[1]
        with open(FOLDER / f"{name}.csv", "w") as file:
            print(f"label,weight,{','.join(f'{kind}{index}' for index in range(classes))}", file=file)
            for label, weight, row in zip(labels, weights, outputs.astype(np.float32)):
                print(label, repr(float(weight)), *map(str, row), sep=",", file=file)
        exact = outputs.astype(np.float32).astype(float)
        probabilities = softmax(exact, axis=1) if kind == "logits" else exact
        with open(FOLDER / f"{name}.expected.csv", "w") as file:
            print("metric,aspect,value", file=file)
            for metric, aspect, value in expected(labels, probabilities, weights):
                value = value if isinstance(value, str) else repr(float(value))
                print(metric, aspect, value, sep=",", file=file)


if __name__ == "__main__":
    main()
