#!/usr/bin/env python3
"""Golden values of temperature scaling, from scipy's minimizer over the whole log loss.

Debian: apt-get install python3-scipy (1.10.1 and numpy 1.24.2 wrote the file in the repository).
Usage:  /usr/bin/python3 scripts/oracles/temperatures.py

Reads the cases of classification_metrics.py and writes
engine/core/src/test/resources/oracle/calibration/temperatures.csv: for each case the temperature in
[1/16, 16] at which the weighted log loss is lowest, "none" where that is a bound of it, and the log
loss before and after.
"""
import pathlib

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax

RESOURCES = pathlib.Path(__file__).resolve().parents[2].joinpath(
    "engine/core/src/test/resources/oracle")
CASES = ("plain", "weighted", "absent", "logits", "binary", "binary-weighted", "binary-ties",
         "binary-right", "binary-wrong")
SMALLEST = 2.0**-149


def logits(case):
    """Labels, weights, and what the softmax of gives the probabilities that Steelyard stores."""
    path = RESOURCES / "classification" / f"{case}.csv"
    header = path.open().readline()
    table = np.loadtxt(path, delimiter=",", skiprows=1)
    labels, weights, scores = table[:, 0].astype(int), table[:, 1], table[:, 2:].astype(np.float32)
    if "logits" in header:
        exact = log_softmax(scores.astype(float), axis=1)
    else:
        exact = np.log(np.maximum(scores.astype(float), np.finfo(float).smallest_subnormal))
    # All scores are stored as float32, but for the label's.
    stored = np.log(np.maximum(np.exp(exact).astype(np.float32).astype(float), SMALLEST))
    stored[np.arange(len(labels)), labels] = exact[np.arange(len(labels)), labels]
    return labels, weights, stored


def main():
    folder = RESOURCES / "calibration"
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "temperatures.csv", "w") as out:
        out.write("case,temperature,before,after\n")
        for case in CASES:
            labels, weights, stored = logits(case)

            def loss(log_inverse):
                scaled = log_softmax(np.exp(log_inverse) * stored, axis=1)
                return -(weights * scaled[np.arange(len(labels)), labels]).sum() / weights.sum()

            bound = np.log(16)
            found = minimize_scalar(loss, bounds=(-bound, bound), method="bounded",
                                    options={"xatol": 1e-10})
            inside = abs(found.x) < bound - 1e-3
            out.write(f"{case},{np.exp(-found.x) if inside else 'none'},{loss(0.0)},{found.fun}\n")


if __name__ == "__main__":
    main()
