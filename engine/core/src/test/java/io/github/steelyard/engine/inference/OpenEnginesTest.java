package io.github.steelyard.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.Batch;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenEnginesTest {
  private final AtomicInteger freed = new AtomicInteger();
  private final OpenEngines engines = new OpenEngines("m", freed::incrementAndGet);

  private record Engine(Runnable whenClosed) implements InferenceEngine {
    @Override
    public Predictions predict(Batch batch) {
      return new Predictions(Map.of());
    }

    @Override
    public void close() {
      whenClosed.run();
    }
  }

  @Test
  void weightsAreFreedOnceWithTheLastEngine() {
    InferenceEngine first = engines.open(Engine::new);
    InferenceEngine second = engines.open(Engine::new);
    first.close();
    engines.close();
    assertThat(freed).hasValue(0);
    second.close();
    assertThat(freed).hasValue(1);
    engines.close();
    assertThat(freed).hasValue(1);
  }

  @Test
  void weightsStayWhileTheModelIsOpen() {
    engines.open(Engine::new).close();
    assertThat(freed).hasValue(0);
    engines.open(Engine::new).close();
    engines.close();
    assertThat(freed).hasValue(1);
  }

  @Test
  void aClosedModelOpensNoEngine() {
    engines.close();
    assertThatThrownBy(() -> engines.open(Engine::new))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot open an engine on the closed model 'm'");
  }

  /** An engine that could not be made is none that is waited for. */
  @Test
  void anEngineThatFailsToOpenIsNotCounted() {
    assertThatThrownBy(
            () ->
                engines.open(
                    whenClosed -> {
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");
    engines.close();
    assertThat(freed).hasValue(1);
  }
}
