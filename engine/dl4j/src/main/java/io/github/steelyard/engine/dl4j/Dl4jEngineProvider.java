package io.github.steelyard.engine.dl4j;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.backend.Dl4jDevices;
import io.github.steelyard.engine.dl4j.file.HalfPrecision;
import io.github.steelyard.engine.dl4j.file.ModelFileKind;
import io.github.steelyard.engine.dl4j.file.ModelNotes;
import io.github.steelyard.engine.dl4j.file.ModelZip;
import io.github.steelyard.engine.dl4j.file.NetworkPlan;
import io.github.steelyard.engine.dl4j.profile.InputPort;
import io.github.steelyard.engine.dl4j.profile.InputPorts;
import io.github.steelyard.engine.dl4j.profile.ProfileBuilder;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineSupport;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.UnusableModelException;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j: its own zips (multilayer networks and graphs, since 1.0.0-beta4) as they are,
 * Keras {@code .h5} and {@code .keras} files after a conversion, SameDiff graphs after a trial.
 *
 * <p>Options of a model:
 *
 * <ul>
 *   <li>{@code import_timeout}: seconds that a conversion or trial may take, by default 120;
 *   <li>{@code input_shape}: the shape of one example, {@code [3, 224, 224]}, where the file leaves
 *       it open; {@code input_shape.NAME} where there are several inputs.
 * </ul>
 */
@AutoService(EngineProvider.class)
public final class Dl4jEngineProvider implements EngineProvider {
  @Override
  public String name() {
    return Dl4jBackend.NAME;
  }

  @Override
  public EngineSupport support() {
    return Dl4jDevices.support();
  }

  @Override
  public EngineDescription description(Placement placement) {
    support().require(placement);
    return Dl4jBackend.start(placement).description(placement);
  }

  @Override
  public boolean accepts(Path file) {
    try {
      return ModelFileKind.of(file) != ModelFileKind.OTHER;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Path prepare(ModelRef model, Path folder) {
    return refusing(
        model,
        () ->
            switch (ModelFileKind.of(model.path())) {
              case DL4J_ZIP -> model.path();
              case HDF5, KERAS_ZIP -> KerasImport.convert(model, folder);
              case SAME_DIFF -> SameDiffTrial.pass(model, folder);
              case NEWER_SAME_DIFF -> throw new UnusableModelException(SameDiffModels.NEWER);
              case OTHER -> throw foreign();
            });
  }

  @Override
  public LoadedModel open(ModelRef model, Placement placement) {
    support().require(model, placement);
    return refusing(
        model,
        () ->
            switch (ModelFileKind.of(model.path())) {
              case DL4J_ZIP -> load(model, placement);
              case HDF5, KERAS_ZIP ->
                  throw new UnusableModelException("it is a Keras file that was not converted yet");
              case SAME_DIFF -> graph(model, placement);
              case NEWER_SAME_DIFF -> throw new UnusableModelException(SameDiffModels.NEWER);
              case OTHER -> throw foreign();
            });
  }

  private static LoadedModel load(ModelRef model, Placement placement)
      throws IOException, UnusableModelException {
    startFor(model, placement);
    try (ModelZip zip = ModelZip.open(model.path())) {
      NetworkPlan plan = NetworkPlan.of(zip.configuration());
      ModelNotes notes = zip.notes();
      List<InputPort> inputs = InputPorts.of(plan, notes, model.options());
      String format = notes == null ? plan.format() : notes.format();
      ModelProfile profile =
          ProfileBuilder.build(plan, format, inputs, model.bytes(), placement.precision());
      long expected = plan.parameters();
      if (!(expected >= 1)) {
        throw new UnusableModelException("it has no parameters");
      }
      INDArray parameters = HalfPrecision.rounded(zip.parameters(expected), placement.precision());
      return new Dl4jLoadedModel(model.name(), placement, plan, inputs, profile, parameters);
    }
  }

  /** A graph's arrays have their types in the file, and its memory is the host's. */
  private static LoadedModel graph(ModelRef model, Placement placement)
      throws IOException, UnusableModelException {
    if (!placement.equals(Placement.REFERENCE)) {
      throw new UnusableModelException(
          "it is a SameDiff graph, which runs as it is on the CPU: expected device cpu and"
              + " precision float32");
    }
    return SameDiffModels.open(model);
  }

  private static void startFor(ModelRef model, Placement placement) {
    try {
      Dl4jBackend.start(placement);
    } catch (BadInputException e) {
      throw new ModelException(model.name(), String.valueOf(e.getMessage()), e);
    }
  }

  private static UnusableModelException foreign() {
    return new UnusableModelException(
        "it is neither a Deeplearning4j zip nor a Keras .h5 or .keras file nor a SameDiff graph:"
            + " expected one of these");
  }

  private interface Attempt<T> {
    T run() throws IOException, UnusableModelException;
  }

  private static <T> T refusing(ModelRef model, Attempt<T> attempt) {
    String cannot = "cannot read " + model.file() + ": ";
    if (!Files.isRegularFile(model.path())) {
      throw new ModelException(model.name(), cannot + "there is no such file");
    }
    try {
      return attempt.run();
    } catch (UnusableModelException e) {
      throw new ModelException(model.name(), cannot + e.getMessage(), e);
    } catch (IOException e) {
      throw new ModelException(model.name(), cannot + UnusableModelException.firstLine(e), e);
    }
  }
}
