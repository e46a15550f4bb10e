package io.github.steelyard.engine.service;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.WeakHashMap;

/**
 * What {@link ServiceLoader} finds through the thread's context class loader, looked for once for
 * each class loader: a look at all jars of a class path takes milliseconds, as long as to score a
 * part. For services without a state, as all threads share the instances.
 *
 * @param <T> the service
 */
public final class Services<T> {
  private final Class<T> service;

  /** Softly, as instances hold the class loader that they are of. */
  private final Map<ClassLoader, SoftReference<List<T>>> found = new WeakHashMap<>();

  public Services(Class<T> service) {
    this.service = service;
  }

  /** In the order of the class path. */
  public synchronized List<T> all() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
    SoftReference<List<T>> known = found.get(loader);
    List<T> services = known == null ? null : known.get();
    if (services == null) {
      services =
          ServiceLoader.load(service, loader).stream().map(ServiceLoader.Provider::get).toList();
      found.put(loader, new SoftReference<>(services));
    }
    return services;
  }
}
