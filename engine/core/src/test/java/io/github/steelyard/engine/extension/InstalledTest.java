package io.github.steelyard.engine.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledTest {
  /** The contract. */
  public interface Fruit {
    default String name() {
      return getClass().getSimpleName();
    }
  }

  /** Found in the tests' services. */
  public static final class Apple implements Fruit {}

  /** Found in the tests' services. */
  public static final class Pear implements Fruit {}

  private final ClassLoader usual = Thread.currentThread().getContextClassLoader();
  private final Installed<Fruit> fruits =
      new Installed<>(Fruit.class, Comparator.comparing(Fruit::name));

  @TempDir Path jar;

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(usual);
  }

  private void install(Class<?>... found) throws IOException {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    List<String> names = List.of(found).stream().map(Class::getName).toList();
    Files.write(services.resolve(Fruit.class.getName()), names);
  }

  private URLClassLoader through(Path folder) throws IOException {
    URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, usual);
    Thread.currentThread().setContextClassLoader(loader);
    return loader;
  }

  @Test
  void allAreFoundThroughTheContextClassLoaderInOrder() throws IOException {
    install(Pear.class, Apple.class);
    assertThat(fruits.all()).isEmpty();
    try (URLClassLoader loader = through(jar)) {
      assertThat(fruits.all()).extracting(Fruit::name).containsExactly("Apple", "Pear");
      assertThat(loader.getURLs()).hasSize(1);
    }
  }

  @Test
  void whatWasFoundIsKeptForTheLoader() throws IOException {
    install(Apple.class);
    try (URLClassLoader one = through(jar)) {
      Fruit first = fruits.first(fruit -> fruit.name().equals("Apple")).orElseThrow();
      assertThat(fruits.known()).containsExactly(first);
      assertThat(fruits.first(fruit -> fruit.name().equals("Apple"))).containsSame(first);
      try (URLClassLoader other = through(jar)) {
        assertThat(fruits.first(fruit -> fruit.name().equals("Apple")).orElseThrow())
            .isNotSameAs(first);
        assertThat(other).isNotSameAs(one);
      }
    }
    Thread.currentThread().setContextClassLoader(usual);
    assertThat(fruits.first(fruit -> true)).isEmpty();
  }

  @Test
  void whatComesInLaterIsFoundByItsName() throws IOException {
    install(Apple.class);
    try (URLClassLoader loader = through(jar)) {
      assertThat(fruits.first(fruit -> fruit.name().equals("Pear"))).isEmpty();
      install(Apple.class, Pear.class);
      assertThat(fruits.first(fruit -> fruit.name().equals("Pear"))).isPresent();
      assertThat(loader.getURLs()).hasSize(1);
    }
  }
}
