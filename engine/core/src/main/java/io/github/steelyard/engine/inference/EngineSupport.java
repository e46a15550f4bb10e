package io.github.steelyard.engine.inference;

import io.github.steelyard.engine.inference.device.Device;
import io.github.steelyard.engine.inference.device.NvidiaGpu;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.ModelException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an engine can do in this process: with this build of its library, on this machine.
 *
 * @param engine the provider's name
 * @param precisions those it has on each kind of device that it can use here
 * @param gpus the GPUs that it can use here, each in words, by their numbers
 * @param lacking why a kind of device is missing, and what would bring it, as it can stand in
 *     brackets: {@code CUDA is not in this build, expected one made with mvn -Pcuda-dl4j}
 */
public record EngineSupport(
    String engine,
    Map<Device, Set<Precision>> precisions,
    List<String> gpus,
    Map<Device, String> lacking) {
  public EngineSupport {
    EnumMap<Device, Set<Precision>> ordered = new EnumMap<>(Device.class);
    precisions.forEach(
        (device, have) -> {
          if (!have.isEmpty()) {
            ordered.put(device, Collections.unmodifiableSet(EnumSet.copyOf(have)));
          }
        });
    precisions = Collections.unmodifiableMap(ordered);
    gpus = List.copyOf(gpus);
    lacking = Map.copyOf(lacking);
  }

  /** Of an engine that has no GPU here, and why. */
  public static EngineSupport withoutGpu(
      String engine, Map<Device, Set<Precision>> precisions, String why) {
    return new EngineSupport(engine, precisions, List.of(), Map.of(Device.GPU, why));
  }

  /** Of an engine that has all it was built for. */
  public static EngineSupport with(
      String engine, Map<Device, Set<Precision>> precisions, List<NvidiaGpu> gpus) {
    return new EngineSupport(
        engine, precisions, gpus.stream().map(NvidiaGpu::words).toList(), Map.of());
  }

  public boolean offers(Placement placement) {
    return refusal(placement).isEmpty();
  }

  /** Why it cannot do that, as the end of a sentence; empty where it can. */
  public Optional<String> refusal(Placement placement) {
    Device device = placement.device();
    Set<Precision> have = precisions.get(device);
    if (have == null) {
      String why = lacking.get(device);
      return Optional.of(
          "engine "
              + engine
              + " has no "
              + device
              + " here"
              + (why == null ? "" : " (" + why + ")")
              + "; "
              + placement
              + " was asked for");
    }
    if (!have.contains(placement.precision())) {
      String known = have.stream().map(Precision::toString).collect(Collectors.joining(", "));
      return Optional.of(
          "engine "
              + engine
              + " has "
              + known
              + " on "
              + device
              + "; "
              + placement.precision()
              + " was asked for");
    }
    if (device == Device.GPU && !(placement.gpu() < gpus.size())) {
      return Optional.of(
          "engine "
              + engine
              + " sees "
              + gpus.size()
              + " GPU(s) here, numbered from 0; "
              + placement
              + " was asked for");
    }
    return Optional.empty();
  }

  /**
   * Goes on where it can do that.
   *
   * @throws ModelException when it cannot do that for this model
   */
  public void require(ModelRef model, Placement placement) {
    refusal(placement)
        .ifPresent(
            why -> {
              throw new ModelException(model.name(), why);
            });
  }

  /**
   * Goes on where it can do that, whatever the model.
   *
   * @throws BadInputException when it cannot do that for any model
   */
  public void require(Placement placement) {
    refusal(placement)
        .ifPresent(
            why -> {
              throw new BadInputException("Cannot use an engine: " + why);
            });
  }
}
