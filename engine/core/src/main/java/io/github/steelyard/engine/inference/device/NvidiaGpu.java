package io.github.steelyard.engine.inference.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A GPU as its driver tells of it, without any engine: {@code nvidia-smi} asks the driver alone, so
 * that looking costs no memory on the device and takes it from nobody.
 *
 * @param uuid {@code GPU-5f2d...}
 * @param name {@code NVIDIA H200}
 * @param computeCapability what its kernels are compiled for: {@code 9.0}
 * @param memory {@code 143771 MiB}
 */
public record NvidiaGpu(String uuid, String name, String computeCapability, String memory) {
  /** Environment variable by which a cluster shows a process some of a machine's GPUs alone. */
  static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  private static final List<String> COMMAND =
      List.of(
          "nvidia-smi", "--query-gpu=uuid,name,compute_cap,memory.total", "--format=csv,noheader");
  private static final long MOST_SECONDS = 20;

  /** What was found, or in a sentence part why nothing was. */
  public record Found(List<NvidiaGpu> gpus, String lacking) {
    public Found {
      gpus = List.copyOf(gpus);
    }
  }

  /** Those that this process may use, by CUDA's numbers; asked for once. */
  public static Found visible() {
    return Visible.FOUND;
  }

  /** In words, for keys and for people. */
  public String words() {
    return name + " (compute " + computeCapability + ", " + memory + ")";
  }

  /**
   * @param answer what nvidia-smi printed
   * @param visible the value of {@link #VISIBLE}, or null where it is not set
   */
  static Found parse(String answer, @Nullable String visible) {
    List<NvidiaGpu> all = new ArrayList<>();
    for (String line : answer.lines().toList()) {
      String[] fields = line.strip().split("\\s*,\\s*", -1);
      if (fields.length == 4) {
        all.add(new NvidiaGpu(fields[0], fields[1], fields[2], fields[3]));
      }
    }
    if (all.isEmpty()) {
      return new Found(all, "nvidia-smi lists no GPU");
    }
    if (visible == null) {
      return new Found(all, "");
    }
    List<NvidiaGpu> seen = new ArrayList<>();
    for (String entry : visible.split(",", -1)) {
      Optional<NvidiaGpu> gpu = all.stream().filter(each -> each.is(entry, all)).findFirst();
      if (gpu.isEmpty()) {
        // CUDA, too, ignores what follows an entry that it does not know.
        break;
      }
      seen.add(gpu.get());
    }
    return new Found(seen, seen.isEmpty() ? VISIBLE + " is '" + visible + "'" : "");
  }

  private boolean is(String entry, List<NvidiaGpu> all) {
    String asked = entry.strip();
    return asked.equals(String.valueOf(all.indexOf(this)))
        || (asked.startsWith("GPU-") && uuid.startsWith(asked))
        // A slice of a GPU; which one it belongs to, its name does not say.
        || asked.startsWith("MIG-");
  }

  /** Asks once for each process. */
  private static final class Visible {
    static final Found FOUND = ask();

    private static Found ask() {
      try {
        return parse(answer(), System.getenv(VISIBLE));
      } catch (IOException e) {
        return new Found(List.of(), "nvidia-smi cannot be run: " + reason(e));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Found(List.of(), "asking nvidia-smi was interrupted");
      }
    }

    private static String reason(IOException e) {
      String said = String.valueOf(e.getMessage());
      return said.contains("error=2,") ? "there is no such program" : said;
    }

    private static String answer() throws IOException, InterruptedException {
      Path answer = Files.createTempFile("steelyard-gpus-", ".csv");
      try {
        // Into a file: a program that hangs must not hold the reader of its output.
        Process process =
            new ProcessBuilder(COMMAND)
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IOException("no answer within " + MOST_SECONDS + " seconds");
        }
        String text = Files.readString(answer, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
          throw new IOException("it said: " + text.lines().findFirst().orElse("nothing").strip());
        }
        return text;
      } finally {
        Files.deleteIfExists(answer);
      }
    }
  }
}
