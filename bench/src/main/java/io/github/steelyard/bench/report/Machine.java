package io.github.steelyard.bench.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GraphicsCard;
import oshi.hardware.HardwareAbstractionLayer;

/** What the figures were measured on. */
final class Machine {
  private static final double GIBIBYTE = 1L << 30;

  private Machine() {}

  /** By name, in the order in which they are shown. */
  static Map<String, String> facts() {
    HardwareAbstractionLayer hardware = new SystemInfo().getHardware();
    CentralProcessor processor = hardware.getProcessor();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processor", processor.getProcessorIdentifier().getName().strip());
    facts.put(
        "cores",
        "%d physical, %d logical"
            .formatted(
                processor.getPhysicalProcessorCount(), processor.getLogicalProcessorCount()));
    facts.put(
        "memory",
        String.format(Locale.ROOT, "%.0f GiB", hardware.getMemory().getTotal() / GIBIBYTE));
    if (!hardware.getGraphicsCards().isEmpty()) {
      facts.put(
          "graphics cards",
          hardware.getGraphicsCards().stream()
              .map(GraphicsCard::getName)
              .collect(Collectors.joining(", ")));
    }
    facts.put(
        "system",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", "
            + System.getProperty("os.arch"));
    facts.put(
        "Java",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    return facts;
  }

  /** How many processes wanted a processor, over the last minute; negative where nobody knows. */
  static double load() {
    return new SystemInfo().getHardware().getProcessor().getSystemLoadAverage(1)[0];
  }
}
