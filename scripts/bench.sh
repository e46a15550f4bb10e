#!/usr/bin/env bash
# Measures Steelyard against the numbers it is to reach, and writes the table of it to BENCHMARKS.md.
#
# Usage: scripts/bench.sh [--only NAME...] [--quick] [--peers] [--out FILE] [--list]
#
#   --only NAME...   only these benchmarks or targets; the table is printed, and written only where --out says so
#   --quick          few rounds: a look, no more
#   --peers          also run other systems (scripts/peers), which fetches hundreds of megabytes from Maven Central
#   --out FILE       where the table goes
#   --list           only name benchmarks and targets
#
#   STEELYARD_PYTHON a Python with PyTorch, by default the first python3 on the PATH that has it; without one, the rows
#                    say so
#   STEELYARD_MEMORY heap of the benchmarks' JVM, 3g by default
#
# Needs a JDK 17 and Maven; builds first. About twelve minutes on two cores, on which nothing else should run. Exit
# status: 0 no target was missed, 1 one was missed or failed, 2 wrong usage.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

for word in "$@"; do
  if [[ "$word" == -h || "$word" == --help ]]; then
    sed -n '2,/^set -/{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
    exit 0
  fi
done

# No jars are needed, and the one of jobs takes a minute.
mvn -q -B -f "$root/pom.xml" -pl bench -am test-compile >&2

java=java
if [[ -n "${JAVA_HOME:-}" ]]; then
  java="$JAVA_HOME/bin/java"
fi
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  sun.nio.ch sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
logging="-Dlog4j2.configurationFile=file://${root// /%20}/conf/log4j2.properties"
export SPARK_LOCAL_IP=127.0.0.1
# One thread for each engine, in every library that asks.
export OMP_NUM_THREADS=1
CLASSPATH="$root/bench/target/classes:$(cat "$root/bench/target/class-path.txt")"
export CLASSPATH
exec "$java" "-Xmx${STEELYARD_MEMORY:-3g}" "${opens[@]}" "$logging" -Dspark.ui.enabled=false \
  io.github.steelyard.bench.Bench --root "$root" "$@"
