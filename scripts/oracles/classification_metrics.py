#!/usr/bin/env python3
"""Golden values of the classification metrics, from scikit-learn.

Debian: apt-get install python3-sklearn (1.2.1 and numpy 1.24.2 wrote the files in the repository).
Usage:  /usr/bin/python3 scripts/oracles/classification_metrics.py

Writes engine/core/src/test/resources/oracle/classification/CASE.csv (what the model said) and
CASE.expected.csv (what scikit-learn says of it; formulas in numpy where it has no such function).
Probabilities are multiples of 2^-16, so that float32 holds them and their sum is exactly 1:
scikit-learn's log_loss normalizes again, Steelyard does not.

Metrics of rankings are binned: the file has what scikit-learn says of the bins' numbers, and, as
"exact:METRIC", what it says of the scores; both must be closer than the error-bound that Steelyard
reports, which has no value here ("bound").
"""
import pathlib

import warnings

import numpy as np
from scipy import integrate
from scipy.special import softmax
from sklearn import metrics

FOLDER = pathlib.Path(__file__).resolve().parents[2].joinpath(
    "engine/core/src/test/resources/oracle/classification")
UNITS = 1 << 16
AVERAGES = "macro", "micro", "weighted"


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

    def binary(positive):
        return np.stack([1 - positive, positive], axis=1)

    labels, logits = drawn(random, 400, 2, 1.5)
    weights = random.choice([0, 0.5, 1, 4], size=400)
    yield "binary-weighted", "logits", labels, logits, weights

    positive = random.choice([0, 0.25, 0.5, 0.75, 1], size=100)
    yield "binary-ties", "probabilities", random.integers(2, size=100), binary(positive), np.ones(100)

    # Sure of everything, and wrong in half of it; sure and always right; always wrong.
    sure = random.integers(2, size=60)
    yield "binary-sure", "probabilities", random.integers(2, size=60), binary(1.0 * sure), np.ones(60)
    yield "binary-right", "probabilities", sure, binary(1.0 * sure), np.ones(60)
    yield "binary-wrong", "probabilities", 1 - sure, binary(1.0 * sure), np.ones(60)

    positive = dyadic(binary(random.uniform(size=50)))
    yield "binary-all-positive", "probabilities", np.ones(50, int), positive, np.ones(50)
    yield "binary-all-negative", "probabilities", np.zeros(50, int), positive, np.ones(50)
    weights = np.where(np.arange(50) % 2, 0.0, 1.0)
    yield "binary-no-weight", "probabilities", np.arange(50) % 2, positive, weights

    labels, logits = drawn(random, 60, 3, 1.0)
    probabilities = dyadic(softmax(logits.astype(float), axis=1))
    yield "one-class", "probabilities", np.ones(60, int), probabilities, ones(labels)
    yield "no-weight", "probabilities", labels, probabilities, np.zeros(60)
    yield "one-example", "probabilities", labels[:1], probabilities[:1], np.ones(1)


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
    for average in AVERAGES:
        # Without labels=: the classes that occur, which is what scikit-learn averages over.
        kinds = np.unique([labels, predictions])
        # It takes one class for a binary problem unless it is told the classes.
        value = function(labels, predictions, average=average, labels=kinds, **arguments)
        yield name, average, value if weights.sum() > 0 else "undefined"


def one_of_them(classes, weights):
    return len(np.unique(classes[weights > 0])) <= 1


def score_bins(scores, bits):
    """Fixed bins: 2^bits for each octave of p below 1/2 and of 1 - p from there on, 16 octaves."""
    def below(numbers):
        mantissa, exponent = np.frexp(numbers)  # mantissa in [1/2, 1)
        octave = -1 - exponent
        inside = np.floor((2 * mantissa - 1) * 2 ** bits).astype(int)
        bins = ((15 - octave) << bits) + inside
        bins = np.where((octave >= 16) | (numbers <= 0), 0, bins)
        return np.where(numbers >= 0.5, (16 << bits) - 1, bins)
    return np.where(scores < 0.5, below(scores), (32 << bits) - 1 - below(1 - scores))


def average_precision(truth, scores, weights):
    return metrics.average_precision_score(truth, scores, sample_weight=weights)


def area(truth, scores, weights):
    return metrics.roc_auc_score(truth, scores, sample_weight=weights)


def precision_at_recall(truth, scores, weights):
    precision, recall, _ = metrics.precision_recall_curve(truth, scores, sample_weight=weights)
    return precision[recall >= 0.9 - 1e-12].max()


def recall_at_precision(truth, scores, weights):
    precision, recall, _ = metrics.precision_recall_curve(truth, scores, sample_weight=weights)
    return recall[precision >= 0.9 - 1e-12].max()


def both(of_class, weights):
    return weights[of_class == 1].sum() > 0 and weights[of_class == 0].sum() > 0


def each(name, noun, function, truth, scores, weights):
    """A metric of a ranking for each column of the truth, and its averages."""
    classes = scores.shape[1]
    values = [function(truth[:, k], scores[:, k], weights) if both(truth[:, k], weights) else None
              for k in range(classes)]
    for index, value in enumerate(values):
        yield name, f"{noun}={index}", "undefined" if value is None else value
    present = [k for k in range(classes) if values[k] is not None]
    shares = [weights[truth[:, k] == 1].sum() for k in present]
    defined = [values[k] for k in present]
    averages = (np.mean(defined),
                function(truth.ravel(), scores.ravel(), np.repeat(weights, classes)),
                np.average(defined, weights=shares)) if present else ["undefined"] * 3
    for average, value in zip(AVERAGES, averages):
        yield name, average, value


def rankings(labels, scores, weights):
    """The metrics of rankings, of the scores as they are given."""
    classes = scores.shape[1]
    truth = np.eye(classes, dtype=int)[labels]

    for name, function in ("roc-auc", area), ("average-precision", average_precision):
        if classes == 2:
            defined = both(labels, weights)
            yield name, "", function(labels, scores[:, 1], weights) if defined else "undefined"
        else:
            yield from each(name, "class", function, truth, scores, weights)
    if classes == 2:
        defined = weights[labels == 1].sum() > 0
        for name, function in (("precision-at-recall", precision_at_recall),
                               ("recall-at-precision", recall_at_precision)):
            yield name, "", function(labels, scores[:, 1], weights) if defined else "undefined"


def risk_coverage_area(keys, hits, weights):
    """The mean share of misses over all coverages, misses of one key spread over its examples."""
    before = missed = total = 0
    for key in np.unique(keys[weights > 0])[::-1]:
        here = keys == key
        weight, misses = weights[here].sum(), (weights * ~hits)[here].sum()
        if before == 0:
            total += misses
        else:
            total += integrate.quad(
                lambda t: (missed + misses * t / weight) / (before + t), 0, weight,
                epsabs=1e-14, epsrel=1e-14)[0]
        before, missed = before + weight, missed + misses
    return total / before


def binary(labels, taken, weights):
    """The metrics of a threshold."""
    arguments = dict(sample_weight=weights)
    positive, negative = weights[labels == 1].sum(), weights[labels == 0].sum()
    took, left = weights[taken == 1].sum(), weights[taken == 0].sum()
    any_positive = positive + took > 0
    values = {
        "binary-precision": (took > 0, lambda: metrics.precision_score(labels, taken, **arguments)),
        "binary-recall": (positive > 0, lambda: metrics.recall_score(labels, taken, **arguments)),
        "specificity": (negative > 0, lambda: metrics.recall_score(
            labels, taken, pos_label=0, **arguments)),
        "binary-f1": (any_positive, lambda: metrics.f1_score(labels, taken, **arguments)),
        "binary-f-beta": (any_positive, lambda: metrics.fbeta_score(
            labels, taken, beta=2, **arguments)),
        "binary-balanced-accuracy": (positive > 0 and negative > 0, lambda:
            metrics.balanced_accuracy_score(labels, taken, **arguments)),
        "binary-matthews-correlation": (min(positive, negative, took, left) > 0, lambda:
            metrics.matthews_corrcoef(labels, taken, **arguments)),
    }
    for name, (defined, value) in values.items():
        yield name, "", value() if defined else "undefined"


def log_loss(labels, probabilities, weights):
    """scikit-learn divides by the sum of the probabilities, which of float32 ones is not quite 1."""
    theirs = metrics.log_loss(labels, probabilities, labels=range(probabilities.shape[1]),
                              sample_weight=weights)
    if np.allclose(probabilities.sum(axis=1), 1, rtol=0, atol=1e-12):
        return theirs
    own = probabilities[np.arange(len(labels)), labels].clip(np.finfo(float).eps, 1)
    ours = np.average(-np.log(own), weights=weights)
    assert np.isclose(ours, theirs, rtol=0, atol=1e-5), (ours, theirs)
    return ours


def expected(labels, probabilities, weights):
    classes = probabilities.shape[1]
    predictions = probabilities.argmax(axis=1)
    rows = np.arange(len(labels))
    own = probabilities[rows, labels]
    total = weights.sum()
    same = total == 0 or one_of_them(labels, weights) or one_of_them(predictions, weights)
    all_same = total == 0 or one_of_them(np.concatenate([labels, predictions]),
                                         np.concatenate([weights, weights]))

    def defined(value, undefined=total == 0):
        return "undefined" if undefined else value()

    yield "accuracy", "", defined(
        lambda: metrics.accuracy_score(labels, predictions, sample_weight=weights))
    # Without the examples of weight 0: it takes a class of no weight for a recall of 0 / 0.
    some = weights > 0
    yield "balanced-accuracy", "", defined(lambda: metrics.balanced_accuracy_score(
        labels[some], predictions[some], sample_weight=weights[some]))
    yield "cohen-kappa", "", defined(lambda: metrics.cohen_kappa_score(
        labels, predictions, sample_weight=weights), all_same)
    yield "matthews-correlation", "", defined(lambda: metrics.matthews_corrcoef(
        labels, predictions, sample_weight=weights), same)
    yield "log-loss", "", defined(lambda: log_loss(labels, probabilities, weights))
    for name in "precision", "recall", "f1":
        function = getattr(metrics, name + "_score")
        yield from per_class(name, function, labels, predictions, weights, classes)

    truth = np.eye(classes)[labels]
    squares = (weights * ((probabilities - truth) ** 2).sum(axis=1)).sum()
    yield "brier", "", defined(lambda: squares / total)
    yield from calibration(probabilities.max(axis=1), predictions == labels, weights, defined)

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

    scores = probabilities.astype(np.float32)
    if classes == 2:
        yield from binary(labels, (scores[:, 1] >= 0.5).astype(int), weights)
    exact = scores.astype(float)
    counted = 1 if classes == 2 else classes
    bits = min(7, int(np.floor(np.log2(8192 / 32 / counted))))
    yield from rankings(labels, score_bins(exact, bits), weights)
    for name, aspect, value in rankings(labels, exact, weights):
        if value != "undefined":
            yield "exact:" + name, aspect, value
    for name in "roc-auc", "average-precision":
        yield name, "error-bound", "bound"
    if classes == 2:
        for name in "precision-at-recall", "recall-at-precision":
            yield name, "error-bound", "bound"


def calibration(confidence, hits, weights, defined):
    distances = []
    squares = 0
    for index in range(10):
        inside = (confidence > index / 10) & (confidence <= (index + 1) / 10)
        weight = weights[inside].sum()
        if weight > 0:
            distance = (weights * (hits - confidence.astype(float)))[inside].sum() / weight
            distances.append((weight, abs(distance)))
            if weight > 1:
                accuracy = hits[inside].mean()
                squares += weight * (distance ** 2 - accuracy * (1 - accuracy) / (weight - 1))
    total = weights.sum()
    yield "expected-calibration-error", "", defined(
        lambda: sum(weight * distance for weight, distance in distances) / total)
    yield "maximum-calibration-error", "", defined(
        lambda: max(distance for _, distance in distances))
    yield "debiased-calibration-error", "", defined(
        lambda: np.sqrt(max(0, squares / total)), bool(np.any(weights != 1)))

    narrow = score_bins(confidence, 4)
    tenths = np.zeros(10)
    before = 0
    for index in np.unique(narrow):
        inside = narrow == index
        weight = weights[inside].sum()
        if weight > 0:
            middle = (before + weight / 2) / total
            tenths[min(9, int(middle * 10))] += (weights * (hits - confidence))[inside].sum()
            before += weight
    yield "equal-mass-calibration-error", "", defined(lambda: np.abs(tenths).sum() / total)
    yield "risk-coverage-area", "", defined(lambda: risk_coverage_area(narrow, hits, weights))
    if total > 0:
        yield "exact:risk-coverage-area", "", risk_coverage_area(confidence, hits, weights)
    yield "risk-coverage-area", "error-bound", defined(lambda: "bound")


def main():
    warnings.simplefilter("ignore")  # scikit-learn says when it divides 0 by 0; so do we.
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
