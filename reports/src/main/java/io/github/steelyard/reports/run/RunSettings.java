package io.github.steelyard.reports.run;

import java.io.Serializable;

/**
 * How a run's models were evaluated.
 *
 * @param evaluate the suite's block of that name as YAML, its variables filled in; empty where the
 *     suite has none
 */
public record RunSettings(String evaluate) implements Serializable {}
