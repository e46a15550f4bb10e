package io.github.steelyard.jobs;

import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.jobs.spark.Engines;
import io.github.steelyard.jobs.spark.LocalModels;
import io.github.steelyard.jobs.spark.staging.CompanionFiles;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code steelyard inspect}: a model without data. */
@Command(
    name = "inspect",
    description = "Says what a model is and what it costs, layer by layer, without data.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      description = "A model file; where there is none, the name of a published network: vgg-19.")
  private String model;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "The engine that opens it; by default the one that recognizes the file.")
  private String engine = "";

  @Option(
      names = "--option",
      paramLabel = "KEY=VALUE",
      description = "What a suite would say to the engine under 'options'.")
  private Map<String, String> options = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  InspectCommand() {}

  @Override
  public Integer call() throws Exception {
    if (Files.isRegularFile(Path.of(model))) {
      printFile(Path.of(model));
    } else {
      printKnown();
    }
    return ExitStatus.DONE;
  }

  private EngineProvider named() {
    try {
      return Engines.named(engine);
    } catch (BadInputException e) {
      throw new ParameterException(spec.commandLine(), "--engine: " + e.getMessage(), e);
    }
  }

  private void printFile(Path file) throws Exception {
    ModelRef alone = LocalModels.ref(String.valueOf(file.getFileName()), file, options);
    EngineProvider provider = engine.isEmpty() ? LocalModels.recognize(alone) : named();
    ModelRef ref = CompanionFiles.whole(alone, provider);
    try (TemporaryFolder folder = new TemporaryFolder("steelyard-inspect");
        LoadedModel loaded = provider.open(ref.at(provider.prepare(ref, folder.path())))) {
      PrintWriter out = spec.commandLine().getOut();
      fact(out, "model", ref.path());
      fact(out, "format", loaded.profile().format() + ", opened by " + provider.name());
      fact(out, "sha-256", ref.sha256());
      fact(out, "file", count(ref.bytes()) + " bytes");
      loaded.notes().forEach(note -> fact(out, "note", note));
      print(loaded.profile(), out);
    }
  }

  private void printKnown() {
    ModelProfile profile = KnownModels.found().profile(model);
    if (!engine.isEmpty() || !options.isEmpty()) {
      throw new BadInputException(
          "Cannot inspect '"
              + model
              + "' with --engine or --option: expected a model file with them, found the name of a"
              + " published network.");
    }
    PrintWriter out = spec.commandLine().getOut();
    fact(out, "model", model + ", as published");
    fact(out, "format", profile.format());
    print(profile, out);
  }

  private static void print(ModelProfile profile, PrintWriter out) {
    fact(out, "inputs", specs(profile.inputs()));
    fact(out, "outputs", specs(profile.outputs()));
    fact(out, "parameters", count(profile.parameters()));
    fact(out, "  running statistics", count(profile.runningStatistics()));
    fact(out, "  without these", count(profile.trainedParameters()) + " (as papers count)");
    fact(out, "  without embeddings", count(profile.parametersWithoutEmbeddings()));
    fact(out, "MACs per example", count(profile.macsPerExample()) + " (1 MAC = 2 FLOPs)");
    fact(out, "weights", count(profile.weightBytes()) + " bytes");
    out.printf("%n%-28s %-26s %-18s %15s %18s%n", "layer", "kind", "output", "parameters", "MACs");
    for (LayerProfile layer : profile.layers()) {
      out.printf(
          "%-28s %-26s %-18s %15s %18s%n",
          layer.name(),
          layer.kind(),
          layer.output(),
          count(layer.parameters()),
          count(layer.macs()));
    }
    out.flush();
  }

  private static void fact(PrintWriter out, String name, Object value) {
    out.printf("%-22s %s%n", name, value);
  }

  private static String specs(List<TensorSpec> specs) {
    return specs.stream().map(TensorSpec::toString).collect(Collectors.joining("; "));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
