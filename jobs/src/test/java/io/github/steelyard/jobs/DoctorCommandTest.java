package io.github.steelyard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.device.NvidiaGpu;
import io.github.steelyard.jobs.spark.Engines;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DoctorCommandTest {
  private static String text() {
    StringWriter said = new StringWriter();
    int status = new CommandLine(new DoctorCommand()).setOut(new PrintWriter(said, true)).execute();
    assertThat(status).as(said.toString()).isZero();
    return said.toString();
  }

  @Test
  void tellsWhatEachEngineCanDoOnEachDevice() {
    String text = text();
    for (EngineProvider engine : Engines.all()) {
      assertThat(text).containsPattern("engine " + engine.name() + " +\\S+ on cpu, float32, ");
    }
    // Each engine's second line; whether there is a GPU depends on the build and the machine.
    assertThat(text.lines().filter(line -> line.startsWith("  devices")))
        .hasSize(Engines.all().size())
        .allMatch(line -> line.matches(" +devices +cpu: float32.*; (gpu: .+|no gpu \\(.+\\))"));
  }

  @Test
  void listsTheGpusOrSaysWhyThereAreNone() {
    NvidiaGpu.Found found = NvidiaGpu.visible();
    if (found.gpus().isEmpty()) {
      assertThat(text()).containsPattern("(?m)^gpu +none: ").contains(found.lacking());
    } else {
      assertThat(text()).contains(found.gpus().stream().map(NvidiaGpu::words).toList());
    }
  }
}
