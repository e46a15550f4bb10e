#!/usr/bin/env bash
# Puts together a SPARK_HOME from Maven's jars, for machines without a Spark distribution.
#
# Usage: scripts/spark-home.sh [DIR]      DIR is target/spark-home by default
#
# DIR gets jars/ (Spark, the version of the root POM, with all it needs) and a file RELEASE, by which Spark recognizes
# a home that was not built from its sources. Prints DIR's absolute path. A home that is already there is left alone.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

if (($# > 1)) || [[ "${1:-}" == -* ]]; then
  echo "Usage: scripts/spark-home.sh [DIR]" >&2
  exit 2
fi

property() {
  sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$root/pom.xml" | head -n 1
}

home="${1:-$root/target/spark-home}"
spark="$(property spark.version)"
scala="$(property scala.binary.version)"
release="Spark $spark for Scala $scala, from Maven's jars"

mkdir -p "$home"
home="$(cd "$home" && pwd)"

if [[ "$(cat "$home/RELEASE" 2>/dev/null || true)" != "$release" ]]; then
  echo "Putting together a SPARK_HOME of Spark $spark in $home" >&2
  fresh="$(mktemp -d "$home/jars.XXXXXX")"
  trap 'rm -rf "$fresh"' EXIT
  # Maven's output is for people, the path alone for other scripts: hence stderr.
  mvn -q -B -f "$root/scripts/spark-home/pom.xml" dependency:copy-dependencies \
    -Dspark.version="$spark" -Dscala.binary.version="$scala" \
    -DincludeScope=runtime -DoutputDirectory="$fresh" >&2
  chmod 755 "$fresh"
  rm -rf "$home/jars"
  mv "$fresh" "$home/jars"
  # Written last: a home without it is not whole, and is made anew.
  echo "$release" >"$home/RELEASE"
fi

echo "$home"
