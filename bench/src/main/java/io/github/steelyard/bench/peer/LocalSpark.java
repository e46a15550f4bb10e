package io.github.steelyard.bench.peer;

import org.apache.spark.sql.SparkSession;

/** The Spark of this process, started once. */
public final class LocalSpark {
  private LocalSpark() {}

  /** Two tasks at a time. */
  public static SparkSession session() {
    return SparkSession.builder()
        .appName("steelyard bench")
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .getOrCreate();
  }
}
