#!/usr/bin/env python3
"""Golden values of out-of-distribution detection, from scikit-learn on the scores themselves.

Debian: apt-get install python3-sklearn (1.2.1 and numpy 1.24.2 wrote the files in the repository).
Usage:  /usr/bin/python3 scripts/oracles/out_of_distribution.py

Writes below engine/core/src/test/resources/oracle/outofdistribution for each case its examples
(own or foreign, weight, float32 logits), drawn from a fixed seed, and measures.csv: the area under
the ROC curve and the lowest false positive rate whose true positive rate is at least 0.95, of the
highest probability, the largest logit and the logarithm of the sum of exp(logit).
"""
import pathlib

import numpy as np
from scipy.special import logsumexp, softmax
from sklearn.metrics import roc_auc_score, roc_curve

FOLDER = pathlib.Path(__file__).resolve().parents[2].joinpath(
    "engine/core/src/test/resources/oracle/outofdistribution")


def peaked(random, count, classes, height):
    logits = random.normal(size=(count, classes))
    logits[np.arange(count), random.integers(classes, size=count)] += height
    return logits


def cases():
    random = np.random.default_rng(20261125)
    normal = np.r_[peaked(random, 400, 10, 6), peaked(random, 300, 10, 3)]
    yield "normal", normal, np.repeat([1, 0], [400, 300]), np.ones(700)
    yield "weighted", normal[200:500], np.repeat([1, 0], [200, 100]), random.integers(
        1, 5, size=300) / 2
    # Many equal scores: whole numbers.
    ties = np.r_[random.integers(-3, 4, size=(60, 3)), random.integers(-4, 3, size=(40, 3))]
    yield "ties", ties, np.repeat([1, 0], [60, 40]), np.ones(100)
    # So sure that 1 - p is what tells them apart.
    sure = np.r_[peaked(random, 80, 4, 25), peaked(random, 80, 4, 24)]
    yield "sure", sure, np.repeat([1, 0], [80, 80]), np.ones(160)
    yield "apart", np.r_[peaked(random, 30, 5, 40), peaked(random, 30, 5, 0)], np.repeat(
        [1, 0], [30, 30]), np.ones(60)


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "measures.csv", "w") as out:
        out.write("case,score,auroc,fpr\n")
        for name, logits, own, weights in cases():
            logits = logits.astype(np.float32)
            with open(FOLDER / f"{name}.csv", "w") as examples:
                examples.write("own,weight," + ",".join(
                    f"logit{index}" for index in range(logits.shape[1])) + "\n")
                for row in range(len(own)):
                    examples.write(f"{own[row]},{weights[row]}," + ",".join(
                        str(logit) for logit in logits[row]) + "\n")
            exact = logits.astype(float)
            others = np.sort(exact, axis=1)[:, :-1] - exact.max(axis=1, keepdims=True)
            scores = {
                # In the order of the probability, without its rounding near 1.
                "confidence": np.round(-logsumexp(others, axis=1), 12),
                "max-logit": exact.max(axis=1),
                "energy": np.round(logsumexp(exact, axis=1), 12),
            }
            assert np.allclose(softmax(exact, axis=1).max(axis=1),
                               1 / (1 + np.exp(-scores["confidence"])))
            for score, values in scores.items():
                area = roc_auc_score(own, values, sample_weight=weights)
                false, true, _ = roc_curve(own, values, sample_weight=weights,
                                           drop_intermediate=False)
                rate = false[true >= 0.95 * (1 - 1e-12)].min()
                out.write(f"{name},{score},{area},{rate}\n")


if __name__ == "__main__":
    main()
