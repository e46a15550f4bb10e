#!/usr/bin/env bash
# How much memory a large model takes: the highest resident memory (VmHWM) of a whole evaluation with four task threads
# and one model of 500 MB, less that of the same evaluation with a model of 1 MB.
#
# Usage: scripts/bench/memory.sh [dl4j|onnxruntime]         dl4j by default
#
# Prints one line of JSON: extraBytes, and allowedBytes = 1.3 x the model's weights + the activations of four batches
# (the inputs and the two largest neighbouring layers). Both runs have the same Java heap, which is resident from the
# start, so that the collector's moods do not count. Linux only; onnxruntime needs STEELYARD_PYTHON (by default the
# first python3 on the PATH that has them) with the packages onnx and numpy. Models are kept under target/bench/memory.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
engine="${1:-dl4j}"
folder="$root/target/bench/memory"
python="${STEELYARD_PYTHON:-}"
inputs=784
classes=10
large=6336 # 784-6336-6336-6336-6336-10: 502 MB
small=320  # 784-320-10: 1 MB
batch=256
threads=4
# There are as many splits as threads: each is one task of one batch.
examples=$batch

not_run() {
  echo "{\"notRun\": \"$1\"}"
  exit 0
}

case "$engine" in
  dl4j) suffix=zip ;;
  onnxruntime) suffix=onnx ;;
  *)
    echo "Usage: scripts/bench/memory.sh [dl4j|onnxruntime]" >&2
    exit 2
    ;;
esac
[[ -r /proc/self/status ]] || not_run "only Linux tells a process's highest resident memory"
if [[ -z "$python" ]]; then
  for candidate in $(type -aP python3); do
    if "$candidate" -c 'import onnx, numpy' 2>/dev/null; then
      python="$candidate"
      break
    fi
  done
fi
if [[ "$engine" == onnxruntime ]] && ! "${python:-false}" -c 'import onnx, numpy' 2>/dev/null; then
  not_run "there is no Python with the packages onnx and numpy"
fi

mkdir -p "$folder"
jar="$root/jobs/target/steelyard.jar"
if [[ ! -f "$jar" ]]; then
  mvn -q -B -f "$root/pom.xml" -pl jobs -am package -DskipTests >&2
fi
spark="$("$root/scripts/spark-home.sh")"
java=java
if [[ -n "${JAVA_HOME:-}" ]]; then
  java="$JAVA_HOME/bin/java"
fi

# model NAME WIDTH...: written under another name first, so that one that is there is whole.
model() {
  local file="$folder/$1.$suffix"
  shift
  [[ -f "$file" ]] && return
  if [[ "$engine" == dl4j ]]; then
    "$java" -cp "$jar:$spark/jars/*" "$root/scripts/bench/DenseModel.java" "$file.new" "$@" >&2
  else
    "$python" "$root/scripts/bench/dense_onnx.py" "$file.new" "$@" >&2
  fi
  mv "$file.new" "$file"
}

# peak NAME: the highest resident bytes of an evaluation of that model.
peak() {
  local name="$1" out="$folder/out-$1-$engine" suite="$folder/$1-$engine.yaml" process status=0 line highest=0
  rm -rf "$out"
  {
    echo "name: memory"
    echo "datasets:"
    echo "  - name: digits"
    echo "    format: synthetic"
    echo "    classes: $classes"
    echo "    splits:"
    for ((i = 1; i <= threads; i++)); do
      echo "      part-$i: {examples: $examples, seed: $i}"
    done
    echo "models:"
    echo "  - {name: $name, engine: $engine, path: \"$folder/$name.$suffix\", preprocessing: {scale: 1/255}}"
    echo "evaluate: {batch_size: $batch}"
  } >"$suite"
  STEELYARD_MASTER="local[$threads]" STEELYARD_MEMORY=1g \
    JAVA_TOOL_OPTIONS="-Xms1g -XX:+AlwaysPreTouch ${JAVA_TOOL_OPTIONS:-}" \
    "$root/scripts/steelyard" evaluate --suite "$suite" --out "$out" >"$out.log" 2>&1 &
  process=$!
  while line="$(grep VmHWM "/proc/$process/status" 2>/dev/null)"; do
    read -r _ line _ <<<"$line"
    highest=$((line > highest ? line : highest))
    sleep 0.05
  done
  wait "$process" || status=$?
  if ((status != 0)); then
    echo "The evaluation of $name failed; see $out.log" >&2
    return 1
  fi
  echo $((highest * 1024))
}

model "large" $inputs $large $large $large $large $classes
model "small" $inputs $small $classes
small_peak="$(peak small)"
large_peak="$(peak large)"
weights=$((4 * ((inputs + 1) * large + 3 * (large + 1) * large + (large + 1) * classes)))
activations=$((4 * batch * (inputs + 2 * large)))
echo "{\"figures\": {\"extraBytes\": $((large_peak - small_peak))," \
  "\"allowedBytes\": $((weights * 13 / 10 + threads * activations))," \
  "\"weightBytes\": $weights, \"largePeakBytes\": $large_peak, \"smallPeakBytes\": $small_peak}}"
