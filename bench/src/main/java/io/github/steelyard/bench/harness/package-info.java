/**
 * Measures arms against each other: rounds of all arms in turn, a ratio for each turn, and the
 * median of the ratios.
 *
 * <p>JMH would be the library for it, but it measures one method after the other, each to its end:
 * on a machine that is shared, or whose clock changes with its temperature, the ratio of two such
 * figures says more of the machine than of the code. Here an arm may be a loop in this process,
 * another JVM or Python, and all of them take turns within seconds. What JMH guards against inside
 * one JVM (dead code, inlining across benchmarks) is of no weight where a round is milliseconds of
 * native code; answers are compared instead, so that an arm which leaves out work is found out.
 */
@NullMarked
package io.github.steelyard.bench.harness;

import org.jspecify.annotations.NullMarked;
