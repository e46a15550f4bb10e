#!/usr/bin/env bash
# Shows what Steelyard does, from nothing: builds it, draws a data set, trains a family of models of growing size and
# evaluates it on what it was trained on, on what it has not seen, and on a shifted version of that.
#
# Usage: scripts/demo.sh [--out DIR]      DIR is target/demo by default
#
# Needs a JDK 17 or newer and Maven, nothing else. About five minutes on two cores, once Maven has its dependencies.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
out="$root/target/demo"

usage() {
  echo "Usage: scripts/demo.sh [--out DIR]" >&2
  exit 2
}

while (($# > 0)); do
  case "$1" in
    --out)
      (($# >= 2)) || usage
      out="$2"
      shift 2
      ;;
    -h | --help)
      sed -n '2,/^set -/{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
      exit 0
      ;;
    *) usage ;;
  esac
done

javac=javac
if [[ -n "${JAVA_HOME:-}" ]]; then
  javac="$JAVA_HOME/bin/javac"
fi
version=""
if command -v "$javac" >/dev/null; then
  version="$("$javac" -version 2>&1)"
fi
major="$(sed -n 's/^javac \([0-9]*\).*/\1/p' <<<"$version")"
if ((${major:-0} < 17)); then
  echo "The demo needs a JDK 17 or newer on the PATH or in JAVA_HOME. Found: ${version:-none}" >&2
  exit 2
fi
if ! command -v mvn >/dev/null; then
  echo "The demo needs Maven 3.8 or newer on the PATH. Found: none" >&2
  exit 2
fi

mkdir -p "$out"
out="$(cd "$out" && pwd)"
begin=$SECONDS

step() {
  echo
  echo "== $1"
}

step "Building (the first time Maven fetches what it needs)"
mvn -q -B -f "$root/pom.xml" package -DskipTests
built=$SECONDS

step "Training the family of conf/families/demo.yaml"
"$root/scripts/steelyard" train --family "$root/conf/families/demo.yaml" --out "$out/models"
trained=$SECONDS

step "Evaluating it by conf/suites/demo.yaml"
"$root/scripts/steelyard" evaluate --suite "$root/conf/suites/demo.yaml" --set models="$out/models" --out "$out"
evaluated=$SECONDS

echo
echo "Models and their cards: $out/models"
echo "Tables, as Parquet:     $out/reports"
echo "Building took $((built - begin)) s, training $((trained - built)) s, evaluating $((evaluated - trained)) s."
