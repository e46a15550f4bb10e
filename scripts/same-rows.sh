#!/usr/bin/env bash
# Shows that results do not depend on where they are computed: evaluates one suite on local[1], on local[2] and on the
# loopback cluster's two workers, each into a folder of its own, and compares predictions and metrics row by row.
#
# Usage: scripts/same-rows.sh [--out DIR] SUITE [NAME=VALUE ...]
#
#   e.g. scripts/same-rows.sh conf/suites/mnist-lenet.yaml data=../shared/data
#
# DIR is target/same-rows by default. Exit status 0: the rows are the same; 1: they differ.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
out="$root/target/same-rows"
if [[ "${1:-}" == --out && $# -ge 2 ]]; then
  out="$2"
  shift 2
fi
if (($# < 1)); then
  sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" | sed '/^set/d' >&2
  exit 2
fi
suite="$1"
shift
settings=()
for setting in "$@"; do
  settings+=(--set "$setting")
done

if [[ "$out" == "$root/target/same-rows" ]]; then
  rm -rf "$out"
fi
mkdir -p "$out"
if [[ -n "$(ls -A "$out")" ]]; then
  echo "Expecting an empty or missing folder for --out. Found: $out" >&2
  exit 2
fi
out="$(cd "$out" && pwd)"
evaluate() {
  echo "== $1" >&2
  STEELYARD_MASTER="$1" "$root/scripts/steelyard" evaluate --suite "$suite" ${settings[@]+"${settings[@]}"} --out "$2"
}

evaluate 'local[1]' "$out/local1" >"$out/local1.txt"
evaluate 'local[2]' "$out/local2" >"$out/local2.txt"
trap '"$root/scripts/cluster.sh" stop >&2' EXIT
master="$("$root/scripts/cluster.sh" start | grep -oE 'spark://[^ ]+' | head -n 1)"
evaluate "$master" "$out/cluster" >"$out/cluster.txt"

export SPARK_LOCAL_IP=127.0.0.1
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  sun.nio.ch sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
java "${opens[@]}" "-Dlog4j2.configurationFile=file://${root// /%20}/conf/log4j2.properties" \
  -cp "$("$root/scripts/spark-home.sh")/jars/*" "$root/scripts/SameRows.java" "$out/local1" "$out/local2" "$out/cluster"
