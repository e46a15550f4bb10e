#!/usr/bin/env bash
# A real Spark cluster on this machine: a standalone master and workers, each in its own JVM, on loopback only.
#
# Usage: scripts/cluster.sh start [WORKERS]     2 by default; prints the master's URL when all workers are registered
#        scripts/cluster.sh status              exit status 0 when the master and all workers run, else 1
#        scripts/cluster.sh stop
#
# Then:  STEELYARD_MASTER="$(scripts/cluster.sh start)" scripts/steelyard evaluate ...
#
# Process ids and logs are under target/cluster.
#
#   STEELYARD_CLUSTER_PORT    of the master, 7077 by default
#   STEELYARD_WORKER_CORES    of each worker, 1 by default
#   STEELYARD_WORKER_MEMORY   that each worker lends to executors, 3g by default
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
state="$root/target/cluster"
host=127.0.0.1
port="${STEELYARD_CLUSTER_PORT:-7077}"
url="spark://$host:$port"
patience_seconds=60

usage() {
  echo "Usage: scripts/cluster.sh start [WORKERS] | status | stop" >&2
  exit 2
}

# Whether the process of a pid file runs and is Spark's: a number may have gone to another process since.
running() {
  local pid
  pid="$(cat "$1" 2>/dev/null)" || return 1
  [[ "$(ps -p "$pid" -o args= 2>/dev/null)" == *org.apache.spark.deploy* ]]
}

# daemon NAME CLASS ARGUMENT...
daemon() {
  local name="$1"
  shift
  # It lives on when the terminal that started it is closed.
  nohup "$java" -Xmx512m -Dspark.master.rest.enabled=false -cp "$SPARK_HOME/jars/*" "$@" >"$state/$name.log" 2>&1 </dev/null &
  echo $! >"$state/$name.pid"
}

# wait_for NAME PATTERN COUNT: until the log of NAME has that many lines with the pattern.
wait_for() {
  local deadline=$((SECONDS + patience_seconds))
  until [[ "$(grep -c -- "$2" "$state/$1.log" 2>/dev/null)" -ge "$3" ]]; do
    if ((SECONDS >= deadline)) || ! running "$state/$1.pid"; then
      echo "The cluster did not start: no $3 lines with '$2' in $state/$1.log" >&2
      tail -n 5 "$state/$1.log" >&2
      stop
      exit 1
    fi
    sleep 0.2
  done
}

start() {
  local workers="$1" number
  if status >/dev/null 2>&1; then
    echo "A cluster is running already" >&2
    cat "$state/url"
    return
  fi
  stop
  SPARK_HOME="$("$root/scripts/spark-home.sh")"
  # SPARK_SCALA_VERSION: without it executors look for the directories of a build from Spark's sources.
  export SPARK_HOME SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP="$host" SPARK_NO_DAEMONIZE=1
  java=java
  if [[ -n "${JAVA_HOME:-}" ]]; then
    java="$JAVA_HOME/bin/java"
  fi
  mkdir -p "$state"
  daemon master org.apache.spark.deploy.master.Master --host "$host" --port "$port" --webui-port 0
  wait_for master "I have been elected leader" 1
  for ((number = 1; number <= workers; number++)); do
    daemon "worker-$number" org.apache.spark.deploy.worker.Worker --host "$host" --webui-port 0 \
      --cores "${STEELYARD_WORKER_CORES:-1}" --memory "${STEELYARD_WORKER_MEMORY:-3g}" \
      --work-dir "$state/work-$number" "$url"
  done
  wait_for master "Registering worker" "$workers"
  echo "$url" | tee "$state/url"
}

status() {
  local file result=0
  if [[ ! -f "$state/url" ]]; then
    echo "No cluster is running"
    return 1
  fi
  for file in "$state"/*.pid; do
    if running "$file"; then
      echo "$(basename "$file" .pid) runs (process $(cat "$file"))"
    else
      echo "$(basename "$file" .pid) does not run; see ${file%.pid}.log"
      result=1
    fi
  done
  return "$result"
}

stop() {
  local file pid
  local deadline=$((SECONDS + 20))
  # Workers first: they say goodbye to the master, and stop their executors.
  for file in "$state"/worker-*.pid "$state"/master.pid; do
    if running "$file"; then
      pid="$(cat "$file")"
      kill "$pid"
      while running "$file" && ((SECONDS < deadline)); do
        sleep 0.1
      done
      if running "$file"; then
        kill -KILL "$pid"
      fi
    fi
    rm -f "$file"
  done
  rm -f "$state/url"
}

case "${1:-}" in
  start)
    if (($# > 2)) || [[ ! "${2:-2}" =~ ^[1-9][0-9]?$ ]]; then
      usage
    fi
    start "${2:-2}"
    ;;
  status)
    (($# == 1)) || usage
    status
    ;;
  stop)
    (($# == 1)) || usage
    stop
    ;;
  *) usage ;;
esac
