#!/usr/bin/env bash
# Measures how often 95 % intervals hold the true value, over simulated data sets whose truth is known, and writes, as a
# whole, engine/core/INTERVALS.md and, for differences (of two models on the same examples, of two data sets, of slices)
# and for own examples against foreign ones, PAIRED-INTERVALS.md beside it. Uses all cores and tells how far it is; takes
# about a quarter of an hour on two.
#
# Usage: scripts/interval-coverage.sh [DATA_SETS]
#
# DATA_SETS for each of three seeds are 1,000 by default.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
mvn -B -q test-compile -pl engine/core -am
mvn -B -q dependency:build-classpath -pl engine/core -Dmdep.includeScope=test \
  -Dmdep.outputFile="$root/engine/core/target/test-classpath.txt"
measure() {
  java -cp "engine/core/target/test-classes:engine/core/target/classes:$(cat engine/core/target/test-classpath.txt)" \
    --add-opens=java.base/java.nio=ALL-UNNAMED "io.github.steelyard.engine.metric.$1" "$2" "$3"
}
measure coverage.IntervalCoverage engine/core/INTERVALS.md "${1:-1000}"
measure classification.PairedCoverage engine/core/PAIRED-INTERVALS.md "${1:-1000}"
