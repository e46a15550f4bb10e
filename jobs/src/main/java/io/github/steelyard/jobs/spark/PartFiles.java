package io.github.steelyard.jobs.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** The numbered files that examples, inputs and predictions are cut into alike. */
public final class PartFiles {
  private static final Pattern NAME = Pattern.compile("part-([0-9]{5,9})\\.parquet");

  private PartFiles() {}

  /** The Hadoop path of one part. */
  public static String path(String folder, int part) {
    return folder + "/" + String.format(Locale.ROOT, "part-%05d.parquet", part);
  }

  /** The numbers of the parts that are there; none where the folder is missing. */
  public static BitSet present(String folder, Configuration configuration) throws IOException {
    BitSet parts = new BitSet();
    Path path = new Path(folder);
    try {
      for (FileStatus file : path.getFileSystem(configuration).listStatus(path)) {
        Matcher name = NAME.matcher(file.getPath().getName());
        if (name.matches()) {
          parts.set(Integer.parseInt(name.group(1)));
        }
      }
    } catch (FileNotFoundException e) {
      return parts;
    }
    return parts;
  }
}
