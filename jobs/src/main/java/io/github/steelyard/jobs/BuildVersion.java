package io.github.steelyard.jobs;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from its jar's manifest. */
public final class BuildVersion implements IVersionProvider {
  /** The version, or {@code development} outside of the jar. */
  public static String text() {
    return Optional.ofNullable(Steelyard.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"steelyard " + text()};
  }
}
