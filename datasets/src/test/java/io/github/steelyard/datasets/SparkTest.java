package io.github.steelyard.datasets;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.BeforeEach;

/** spark-testing-base's session, shared by all tests of the module, for JUnit 5. */
public abstract class SparkTest extends JavaDatasetSuiteBase {
  @Override
  public SparkConf conf() {
    return super.conf()
        .setMaster("local[2]")
        .set("spark.ui.enabled", "false")
        .set("spark.sql.shuffle.partitions", "4");
  }

  @BeforeEach
  void startSpark() {
    runBefore();
  }

  /** Hive's metastore takes long to start, and nothing here needs one. */
  @Override
  public boolean enableHiveSupport() {
    return false;
  }

  /** A file of {@code ../shared}, wherever above the working directory it is, or a missing one. */
  protected static Path shared(String path) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
      folder = folder.getParent();
    }
    return folder == null ? Path.of("missing") : folder.resolve("shared").resolve(path);
  }
}
