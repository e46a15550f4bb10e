package io.github.steelyard.jobs.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Hadoop's configuration in every executor. It holds a thousand entries: a task that brought its
 * own copy would take longer to unpack it than a small part takes, and a stage that packed it anew
 * would start later. So an application sends it once, and again only when it is another.
 */
public final class SharedConfiguration {
  private static @Nullable Sent last;

  private SharedConfiguration() {}

  /** What was sent, and by whom: a broadcast ends with its application. */
  private record Sent(
      JavaSparkContext spark,
      Map<String, String> entries,
      Broadcast<SerializableConfiguration> broadcast) {}

  /** What the application's configuration is now; Spark gives it up when nobody refers to it. */
  public static synchronized Broadcast<SerializableConfiguration> of(JavaSparkContext spark) {
    Configuration configuration = spark.hadoopConfiguration();
    Map<String, String> entries = new HashMap<>();
    configuration.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
    Sent sent = last;
    if (sent == null || sent.spark().sc() != spark.sc() || !sent.entries().equals(entries)) {
      // A copy: without a cluster tasks see the very object, whatever is set in it later.
      Configuration copy = new Configuration(configuration);
      sent = new Sent(spark, entries, spark.broadcast(new SerializableConfiguration(copy)));
      last = sent;
    }
    return sent.broadcast();
  }
}
