package io.github.steelyard.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.task.Task;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServicesTest {
  private final Services<Task> tasks = new Services<>(Task.class);

  @Test
  void theyAreFoundAsServiceLoaderFindsThemAndOnce() {
    List<Task> found = tasks.all();
    assertThat(found)
        .extracting(Task::name)
        .isEqualTo(ServiceLoader.load(Task.class).stream().map(task -> task.get().name()).toList())
        .contains("classification");
    assertThat(tasks.all()).isSameAs(found);
  }

  @Test
  void anotherClassLoaderIsLookedThroughForItself() throws Exception {
    List<Task> found = tasks.all();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader child = new URLClassLoader(new URL[0], before)) {
      thread.setContextClassLoader(child);
      assertThat(tasks.all()).isNotSameAs(found).hasSameSizeAs(found);
      thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
      assertThat(tasks.all()).isEmpty();
    } finally {
      thread.setContextClassLoader(before);
    }
    assertThat(tasks.all()).isSameAs(found);
  }
}
