/**
 * The main job: plan, prepare, predict, score, publish. And the second one, which scores what an
 * earlier run predicted. What each step does lies in a package of its own below.
 */
@NullMarked
package io.github.steelyard.jobs.evaluate;

import org.jspecify.annotations.NullMarked;
