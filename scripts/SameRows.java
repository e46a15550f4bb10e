import java.io.File;
import java.util.Arrays;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Compares predictions and metric rows of several output folders; see same-rows.sh. */
public final class SameRows {
  public static void main(String[] folders) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .getOrCreate();
    boolean same = true;
    for (int i = 1; i < folders.length; i++) {
      same &= sameKeys(folders[0], folders[i]);
      for (String key : keys(folders[0])) {
        String table = "predictions/" + key;
        same &= sameRows(table, rows(spark, folders[0], table), rows(spark, folders[i], table));
      }
      for (String table : new String[] {"metrics", "confusion", "gaps"}) {
        String path = "reports/" + table;
        same &=
            sameRows(
                path,
                rows(spark, folders[0], path).drop("run_id"),
                rows(spark, folders[i], path).drop("run_id"));
      }
      System.out.println(folders[0] + " and " + folders[i] + ": compared");
    }
    spark.stop();
    System.out.println(same ? "All rows are the same." : "Rows differ.");
    System.exit(same ? 0 : 1);
  }

  private static TreeSet<String> keys(String folder) {
    return new TreeSet<>(Arrays.asList(new File(folder, "predictions").list()));
  }

  private static boolean sameKeys(String one, String other) {
    if (keys(one).isEmpty() || !keys(one).equals(keys(other))) {
      System.out.println("Prediction keys differ: " + keys(one) + " and " + keys(other));
      return false;
    }
    return true;
  }

  private static Dataset<Row> rows(SparkSession spark, String folder, String table) {
    return spark.read().parquet(folder + "/" + table);
  }

  /** Spark compares floating-point columns bit by bit, but for the sign of zero and kinds of NaN. */
  private static boolean sameRows(String table, Dataset<Row> one, Dataset<Row> other) {
    long here = one.count();
    long more = one.exceptAll(other).count() + other.exceptAll(one).count();
    System.out.println(table + ": " + here + " rows, " + more + " differ");
    return more == 0 && here == other.count();
  }
}
