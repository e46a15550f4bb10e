package io.github.steelyard.reports.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** The local file system, telling which folders were renamed and failing where a test says so. */
public final class ObservedFileSystem extends LocalFileSystem {
  /** Tables in the order in which a run's folders got their place. */
  static final List<String> PUBLISHED = new ArrayList<>();

  private static final String FAILING_TABLE = "test.failing.table";
  private static final String DIES = "test.dies";

  private boolean dead;

  static Configuration observed() {
    Configuration configuration = new Configuration();
    configuration.setClass("fs.file.impl", ObservedFileSystem.class, LocalFileSystem.class);
    configuration.setBoolean("fs.file.impl.disable.cache", true);
    PUBLISHED.clear();
    return configuration;
  }

  /** Fails to put that table in its place; if it dies, too, nothing can be deleted afterwards. */
  static Configuration failing(String table, boolean dies) {
    Configuration configuration = observed();
    configuration.set(FAILING_TABLE, table);
    configuration.setBoolean(DIES, dies);
    return configuration;
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    if (to.getName().startsWith("run_id=")) {
      String table = to.getParent().getName();
      if (table.equals(getConf().get(FAILING_TABLE))) {
        dead = getConf().getBoolean(DIES, false);
        throw new IOException("no room for " + table);
      }
      PUBLISHED.add(table);
    }
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    if (dead) {
      throw new IOException("dead");
    }
    return super.delete(path, recursive);
  }
}
