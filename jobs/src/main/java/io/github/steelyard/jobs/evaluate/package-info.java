/** The main job: plan, prepare, predict, score, publish. */
@NullMarked
package io.github.steelyard.jobs.evaluate;

import org.jspecify.annotations.NullMarked;
