package io.github.steelyard.bench.peer;

import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.bench.harness.Workplace;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What every system does in one round: evaluates a network on all rows.
 *
 * @param network and the batch it is given
 * @param rows a tenth of them where a look is enough
 */
record PeerWork(Work network, int rows) {
  Path rowFiles(Workplace workplace) throws IOException {
    int wanted = workplace.quick() ? rows / 10 : rows;
    return RowFiles.of(wanted, Math.toIntExact(network.inputShape().elements()), workplace);
  }
}
