package io.github.steelyard.jobs.evaluate.plan;

/**
 * What the command line says about one run.
 *
 * @param out the folder of caches and reports, as a Hadoop path
 * @param limit examples of each split, 0 for all
 * @param verify read the data again although their files have not changed
 */
public record EvaluateOptions(
    String out, long limit, boolean verify, String commandLine, String version) {}
