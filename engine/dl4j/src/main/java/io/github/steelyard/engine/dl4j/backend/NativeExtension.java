package io.github.steelyard.engine.dl4j.backend;

import java.util.Properties;
import org.bytedeco.javacpp.Loader;

/** Tells JavaCPP which of several builds of a native library to take: {@code -onednn-avx2}. */
final class NativeExtension {
  static final String PROPERTY = "org.bytedeco.javacpp.platform.extension";

  private static final String KEPT = "platform.extension";

  private NativeExtension() {}

  /** Whether it was still open; what a user has set stays. */
  static boolean choose(String extension) {
    if (System.getProperty(PROPERTY) != null) {
      return false;
    }
    System.setProperty(PROPERTY, extension);
    kept().setProperty(KEPT, extension);
    return true;
  }

  /** Makes it open again. */
  static void forget() {
    System.clearProperty(PROPERTY);
    kept().remove(KEPT);
  }

  /** What JavaCPP has once read of the system's properties, and goes by from then on. */
  private static Properties kept() {
    return Loader.loadProperties();
  }
}
