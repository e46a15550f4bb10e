package io.github.steelyard.engine.dl4j.blocked.plan;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * oneDNN as a library of its own. The one inside ND4J is out of reach: its operations give images
 * back in plain order after each layer, and pack the weights anew for each batch.
 */
public final class OneDnn {
  private static final Logger LOG = LoggerFactory.getLogger(OneDnn.class);

  private static final class Holder {
    private static final Optional<OneDnn> FOUND = load();
  }

  private final engine cpu;
  private final String version;

  private OneDnn() {
    Loader.load(dnnl.class);
    cpu = new engine(engine.kind.cpu, 0);
    try (dnnl_version_t loaded = dnnl.dnnl_version()) {
      version = loaded.major() + "." + loaded.minor() + "." + loaded.patch();
    }
  }

  /**
   * Empty where there is none for this platform. ND4J is to be loaded before: the two share its
   * OpenMP, and with it the number of threads.
   */
  public static Optional<OneDnn> library() {
    return Holder.FOUND;
  }

  private static Optional<OneDnn> load() {
    try {
      return Optional.of(new OneDnn());
    } catch (LinkageError | RuntimeException e) {
      LOG.info("No oneDNN of its own on this platform: layers run one by one ({})", e.toString());
      return Optional.empty();
    }
  }

  /** As in {@code 2.5.2}. */
  public String version() {
    return version;
  }

  /**
   * Keeps to AVX2, as an ND4J built for it does; to be called before the first network.
   *
   * @throws IllegalStateException where it is too late
   */
  public void avx2Only() {
    int status = dnnl.dnnl_set_max_cpu_isa(dnnl.dnnl_cpu_isa_avx2);
    if (status != dnnl.dnnl_success) {
      throw new IllegalStateException("oneDNN has chosen its kernels already: status " + status);
    }
  }

  engine cpu() {
    return cpu;
  }
}
