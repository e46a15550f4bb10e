package io.github.steelyard.engine.dl4j.untrusted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrapTest {
  @Test
  @SuppressWarnings("BanSerializableRead") // It is what must happen nowhere else.
  void deserializingItLeavesItsMark(@TempDir Path folder)
      throws IOException, ClassNotFoundException {
    Path mark = folder.resolve("sprung");
    byte[] bytes = Trap.set(mark);
    assertThat(mark).doesNotExist();
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.readObject();
    }
    assertThat(mark).exists();
  }
}
