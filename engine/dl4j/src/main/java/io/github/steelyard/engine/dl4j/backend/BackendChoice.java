package io.github.steelyard.engine.dl4j.backend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * Shows ND4J one of the backends on the class path. Left to itself it takes CUDA wherever it can,
 * goes on with the CPU where it cannot, and only writes that to its log; environment variables
 * apart, nothing can tell it otherwise.
 */
final class BackendChoice extends ClassLoader {
  static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";
  static final String CPU = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";

  private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  private final String backend;

  private BackendChoice(ClassLoader parent, String backend) {
    super(parent);
    this.backend = backend;
  }

  /** Runs what makes ND4J look for its backends; they are looked for once in a process. */
  static void during(String backend, Runnable start) {
    ClassLoader usual = ND4JClassLoading.getNd4jClassloader();
    ND4JClassLoading.setNd4jClassloader(new BackendChoice(usual, backend));
    try {
      start.run();
    } finally {
      ND4JClassLoading.setNd4jClassloader(usual);
    }
  }

  /** The one file in place of all those, of whatever jars, that name backends. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(SERVICE)
        ? Collections.enumeration(Collections.singleton(file()))
        : super.getResources(name);
  }

  private URL file() throws IOException {
    return new URL(
        null,
        "nd4j-backend:" + backend,
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            return new Line(url, backend);
          }
        });
  }

  private static final class Line extends URLConnection {
    private final String text;

    Line(URL url, String text) {
      super(url);
      this.text = text;
    }

    @Override
    public void connect() {}

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
