package io.github.steelyard.reports.run;

import io.github.steelyard.engine.inference.EngineDescription;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One start of Steelyard: what was asked for, when, and on what it ran.
 *
 * @param suite the suite's name; runs of the same suite can be compared
 * @param suiteSha256 of the suite's text, in lower-case hexadecimal digits
 * @param commandLine as it was given, words separated by blanks
 * @param sparkMaster {@code local[2]}, {@code spark://host:7077}
 * @param javaVersion of the driver
 * @param operatingSystem of the driver
 * @param processor of the driver: model and number of cores
 * @param engines every engine that ran, once
 * @param limit the most examples of a split that were asked for, or null for all
 */
public record Run(
    RunId id,
    String suite,
    String suiteSha256,
    String commandLine,
    Instant started,
    Instant finished,
    RunStatus status,
    String steelyardVersion,
    String sparkVersion,
    String sparkMaster,
    String javaVersion,
    String operatingSystem,
    String processor,
    List<EngineDescription> engines,
    @Nullable Long limit)
    implements Serializable {
  public Run {
    engines = List.copyOf(engines);
  }
}
