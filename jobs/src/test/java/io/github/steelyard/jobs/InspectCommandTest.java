package io.github.steelyard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.engine.problem.BadInputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InspectCommandTest {
  private static final Path LENET =
      Path.of("../../shared/data/models/dl4j/mnist-lenet.zip").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void printsAPublishedNetworkLayerByLayer() throws Exception {
    assertThat(inspect("vgg-19"))
        .containsSubsequence(
            "model vgg-19, as published",
            "format dl4j-graph",
            "parameters 143,667,240",
            "running statistics 0",
            "MACs per example 19,632,062,464 (1 MAC = 2 FLOPs)",
            "weights 574,668,960 bytes",
            "layer kind output parameters MACs",
            "convolution-1 ConvolutionLayer [64, 224, 224] 1,792 86,704,128",
            "convolution-16 ConvolutionLayer [512, 14, 14] 2,359,808 462,422,016",
            "dense-1 DenseLayer [4096] 102,764,544 102,760,448",
            "classifier-1 OutputLayer [1000] 4,097,000 4,096,000");
  }

  @Test
  void tellsRunningStatisticsApart() throws Exception {
    assertThat(inspect("resnet-50"))
        .containsSubsequence(
            "parameters 25,610,152",
            "running statistics 53,120",
            "without these 25,557,032 (as papers count)",
            "MACs per example 4,089,184,256");
  }

  @Test
  void printsAFile() throws Exception {
    assumeTrue(Files.isRegularFile(LENET), "../shared/data is not there");
    assertThat(inspect(LENET.toString()))
        .containsSubsequence(
            "model " + LENET,
            "format dl4j-multilayer, opened by dl4j",
            "sha-256 ",
            "file 3,215,610 bytes",
            "parameters 431,080",
            "MACs per example 2,293,000",
            "weights 1,724,320 bytes",
            "ConvolutionLayer [20, 24, 24] 520 288,000");
  }

  @Test
  void saysWhichNamesItKnows() {
    String missing = folder.resolve("vgg-20").toString();
    assertThatThrownBy(() -> inspect(missing))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot inspect '"
                + missing
                + "': expected a model file or one of the names lenet-5, mobilenet-v2, resnet-18,"
                + " resnet-34, resnet-50, squeezenet-1.1, vgg-11, vgg-13, vgg-16, vgg-19."
                + " Found: neither.");
  }

  @Test
  void refusesOptionsThatANameHasNoUseFor() {
    assertThatThrownBy(() -> inspect("vgg-19", "--option", "input_shape=3,32,32"))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Cannot inspect 'vgg-19' with --engine or --option: ");
  }

  /** What the command prints, with each run of spaces made one. */
  private static String inspect(String... arguments) throws Exception {
    StringWriter text = new StringWriter();
    InspectCommand command = new InspectCommand();
    new CommandLine(command).setOut(new PrintWriter(text)).parseArgs(arguments);
    command.call();
    return text.toString().replaceAll(" +", " ");
  }
}
