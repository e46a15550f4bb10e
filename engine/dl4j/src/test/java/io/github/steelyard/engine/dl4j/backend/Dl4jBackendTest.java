package io.github.steelyard.engine.dl4j.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.dl4j.sample.TestNetworks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

class Dl4jBackendTest {
  private static final float TOLERANCE = 1e-5f;

  @Test
  void everyThreadThatStartsItRunsWithOneThread() throws InterruptedException {
    assertThat(Dl4jBackend.start().description().threads()).isEqualTo(1);
    NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
    AtomicInteger threads = new AtomicInteger();
    Thread other =
        new Thread(
            () -> {
              operations.setOmpNumThreads(2);
              Dl4jBackend.start();
              threads.set(operations.ompGetMaxThreads());
            });
    other.start();
    other.join();
    assertThat(threads).hasValue(1);
    assertThat(Nd4j.getEnvironment().maxThreads()).isEqualTo(1);
    assertThat(Nd4j.getEnvironment().maxMasterThreads()).isEqualTo(1);
  }

  @Test
  void tellsTheVersionThatIsOnTheClassPath() throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        MultiLayerNetwork.class.getResourceAsStream(
            "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties")) {
      properties.load(in);
    }
    assertThat(Dl4jBackend.start().description().version())
        .isEqualTo(properties.getProperty("version"));
  }

  @Test
  @EnabledIf("fastCpu")
  void takesTheBuildWithOneDnnWhereTheCpuHasTheInstructions() {
    assertThat(NativeBuild.best()).isNotEqualTo(NativeBuild.PLAIN);
    assertThat(Dl4jBackend.start().oneDnn()).isTrue();
    assertThat(Dl4jBackend.start().description().kernels())
        .matches(
            "onednn-avx(2|512), openblas-0\\.3\\.19, cpu-avx(2|512), forward-3,"
                + " blocked-onednn-2\\.5\\.2");
  }

  /** The layers of a network find oneDNN, and compute what they compute without it. */
  @Test
  @EnabledIf("fastCpu")
  void layersUseOneDnnAndAgreeWithTheirOwnCode() {
    assertThat(BaseMKLDNNHelper.mklDnnEnabled()).isTrue();
    MultiLayerNetwork fast = new MultiLayerNetwork(TestNetworks.convolutional());
    fast.init();
    String setting = System.setProperty(Dl4jBackend.HELPERS_OFF, "true");
    MultiLayerNetwork slow = new MultiLayerNetwork(TestNetworks.convolutional());
    try {
      slow.init(fast.params(), true);
    } finally {
      System.setProperty(Dl4jBackend.HELPERS_OFF, setting);
    }
    assertThat(fast.getLayer(0).getHelper()).isInstanceOf(MKLDNNConvHelper.class);
    assertThat(slow.getLayer(0).getHelper()).isNull();
    Nd4j.getRandom().setSeed(5);
    INDArray inputs = Nd4j.rand(DataType.FLOAT, 20, 144);
    assertThat(fast.output(inputs).dup('c').data().asFloat())
        .containsExactly(slow.output(inputs).dup('c').data().asFloat(), within(TOLERANCE));
  }

  static boolean fastCpu() throws IOException {
    Path information = Path.of("/proc/cpuinfo");
    return System.getProperty("os.arch").equals("amd64")
        && Files.exists(information)
        && Files.readString(information).matches("(?s).*\\bavx2\\b.*")
        && Files.readString(information).matches("(?s).*\\bfma\\b.*");
  }
}
