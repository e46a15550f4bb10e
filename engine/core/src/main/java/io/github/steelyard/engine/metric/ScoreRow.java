package io.github.steelyard.engine.metric;

/** One line of a scorecard. */
public record ScoreRow(Slice slice, Estimate estimate) {}
