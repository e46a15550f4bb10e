package io.github.steelyard.engine.extension;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The implementations of one contract that {@link ServiceLoader} finds through the context class
 * loader, so that a user's own come in with {@code --jars}. What was found is kept, since looking
 * takes as long as a small model takes for hundreds of examples: implementations are stateless and
 * shared by threads.
 */
public final class Installed<T> {
  private final Class<T> contract;
  private final Comparator<? super T> order;
  private volatile @Nullable Found<T> last;

  public Installed(Class<T> contract, Comparator<? super T> order) {
    this.contract = contract;
    this.order = order;
  }

  /** What was found, and through which loader: of several only the last one is kept. */
  private record Found<T>(ClassLoader loader, List<T> all) {}

  /** All of them, in order, looked for now. */
  public List<T> all() {
    ClassLoader loader = loader();
    List<T> all =
        ServiceLoader.load(contract, loader).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(order)
            .toList();
    last = new Found<>(loader, all);
    return all;
  }

  /** All of them, in order, as they were when they were last looked for through this loader. */
  public List<T> known() {
    Found<T> found = last;
    return found != null && found.loader() == loader() ? found.all() : all();
  }

  /** The first one that is wanted; looked for again where it is not among those that are known. */
  public Optional<T> first(Predicate<? super T> wanted) {
    return known().stream()
        .filter(wanted)
        .findFirst()
        .or(() -> all().stream().filter(wanted).findFirst());
  }

  private static ClassLoader loader() {
    return Objects.requireNonNullElseGet(
        Thread.currentThread().getContextClassLoader(), ClassLoader::getSystemClassLoader);
  }
}
