package io.github.steelyard.engine.task;

/**
 * A metric that a task's leaderboards show.
 *
 * @param metric its id: {@code log-loss}
 * @param heading what stands above its column: {@code log loss}
 */
public record Headline(String metric, String heading) {}
