package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import com.google.auto.service.AutoService;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineSupport;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.UnusableModelException;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.onnxruntime.graph.ExternalFiles;
import io.github.steelyard.engine.onnxruntime.graph.HeldNumbers;
import io.github.steelyard.engine.onnxruntime.graph.ModelGraph;
import io.github.steelyard.engine.onnxruntime.graph.ModelReader;
import io.github.steelyard.engine.onnxruntime.graph.OnnxModelFile;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * ONNX Runtime: {@code .onnx} files as they are, in floating point of any width or quantized. What
 * the data give as float32 or uint8 becomes the kind of number that an input takes, where it fits;
 * outputs of any floating point become float32. The first extent of each input and output is the
 * batch, open or of a fixed size.
 *
 * <p>Options of a model: {@code input_shape}, the shape of one example, {@code [3, 224, 224]},
 * where the file leaves it open; {@code input_shape.NAME} where there are several inputs; {@code
 * cpu_operators: allowed} where some operators of a model on a GPU may run on the CPU.
 */
@AutoService(EngineProvider.class)
public final class OnnxEngineProvider implements EngineProvider {
  static final String NAME = "onnxruntime";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public EngineSupport support() {
    return OnnxDevices.support();
  }

  @Override
  public EngineDescription description(Placement placement) {
    support().require(placement);
    OnnxDevices.require(placement);
    return OnnxBackend.description(placement);
  }

  @Override
  public boolean accepts(Path file) {
    return OnnxModelFile.looksLikeOne(file);
  }

  @Override
  public List<String> companions(ModelRef model) {
    return refusing(model, () -> ExternalFiles.of(graph(model)));
  }

  /** ONNX Runtime reads the file itself; what it may not do is found out before a run starts. */
  @Override
  public Path prepare(ModelRef model, Path folder) {
    return refusing(
        model,
        () -> {
          wholeGraph(model);
          return model.path();
        });
  }

  @Override
  public LoadedModel open(ModelRef model, Placement placement) {
    support().require(model, placement);
    return refusing(
        model,
        () -> {
          ModelGraph graph = wholeGraph(model);
          OrtSession session = session(model, placement);
          boolean opened = false;
          try {
            ModelPorts ports = ModelPorts.of(session, model.options());
            ModelProfile profile = GraphProfile.build(graph, ports, model.bytes());
            LoadedModel loaded =
                new OnnxLoadedModel(
                    model.name(), session, ports, profile, HeldNumbers.notes(graph));
            opened = true;
            return loaded;
          } finally {
            if (!opened) {
              session.close();
            }
          }
        });
  }

  /** The graph, once it is known that it asks for no file elsewhere. */
  private static ModelGraph wholeGraph(ModelRef model) throws IOException, UnusableModelException {
    ModelGraph graph = graph(model);
    ExternalFiles.check(graph, model.path());
    return graph;
  }

  private static ModelGraph graph(ModelRef model) throws IOException, UnusableModelException {
    if (!OnnxModelFile.looksLikeOne(model.path())) {
      throw new UnusableModelException("it is no ONNX file: expected one");
    }
    return ModelReader.read(model.path());
  }

  private static OrtSession session(ModelRef model, Placement placement) throws OrtException {
    try (SessionOptions options = OnnxBackend.options(OptLevel.ALL_OPT)) {
      OnnxDevices.place(options, model, placement);
      return OnnxBackend.start().createSession(model.path().toAbsolutePath().toString(), options);
    }
  }

  private interface Attempt<T> {
    T run() throws IOException, OrtException, UnusableModelException;
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
    } catch (OrtException e) {
      String said =
          OnnxDevices.wouldRunOnCpu(e) ? OnnxDevices.WOULD_RUN_ON_CPU : OnnxBackend.said(e);
      throw new ModelException(model.name(), cannot + said, e);
    } catch (IOException e) {
      throw new ModelException(model.name(), cannot + UnusableModelException.firstLine(e), e);
    }
  }
}
