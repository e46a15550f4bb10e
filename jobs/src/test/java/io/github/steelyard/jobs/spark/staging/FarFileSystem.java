package io.github.steelyard.jobs.spark.staging;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** This disk, as a file system that is not this machine's. It may write down what is opened. */
public final class FarFileSystem extends RawLocalFileSystem {
  private static final String OPENED = "far.opened";

  static Configuration configuration() {
    Configuration configuration = new Configuration(false);
    configuration.setClass("fs.far.impl", FarFileSystem.class, RawLocalFileSystem.class);
    return configuration;
  }

  /** With a file that gets a line for each file that is opened. */
  static Configuration configuration(Path opened) {
    Configuration configuration = configuration();
    configuration.set(OPENED, opened.toString());
    configuration.setBoolean("fs.far.impl.disable.cache", true);
    return configuration;
  }

  @Override
  public URI getUri() {
    return URI.create("far:///");
  }

  @Override
  public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferBytes)
      throws IOException {
    String opened = getConf().get(OPENED);
    if (opened != null) {
      Files.writeString(
          Path.of(opened),
          file.getName() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    return super.open(file, bufferBytes);
  }
}
