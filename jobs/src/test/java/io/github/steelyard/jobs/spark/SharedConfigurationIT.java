package io.github.steelyard.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;

class SharedConfigurationIT {
  private static final String KEY = "steelyard.test.shared-configuration";

  private static String inATask(
      JavaSparkContext spark, Broadcast<SerializableConfiguration> configuration) {
    return spark
        .parallelize(List.of(1), 1)
        .map(one -> configuration.value().value().get(KEY))
        .first();
  }

  @Test
  void itIsSentOnceAndAgainWhenItIsAnother() {
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(
            SparkSession.builder().master("local[2]").getOrCreate().sparkContext());
    try {
      spark.hadoopConfiguration().set(KEY, "one");
      Broadcast<SerializableConfiguration> first = SharedConfiguration.of(spark);
      assertThat(inATask(spark, first)).isEqualTo("one");
      assertThat(SharedConfiguration.of(spark)).isSameAs(first);

      spark.hadoopConfiguration().set(KEY, "two");
      Broadcast<SerializableConfiguration> second = SharedConfiguration.of(spark);
      assertThat(inATask(spark, second)).isEqualTo("two");
      assertThat(inATask(spark, first)).isEqualTo("one");
    } finally {
      spark.hadoopConfiguration().unset(KEY);
    }
  }
}
