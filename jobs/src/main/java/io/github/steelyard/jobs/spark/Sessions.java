package io.github.steelyard.jobs.spark;

import org.apache.spark.sql.SparkSession;

/** The Spark session of a command: the user's cluster, with nothing of it changed. */
public final class Sessions {
  private Sessions() {}

  /** The session that spark-submit prepared; a master must be known to it. */
  public static SparkSession start(String name) {
    return SparkSession.builder().appName(name).getOrCreate();
  }
}
