package io.github.steelyard.bench.peer;

import io.github.steelyard.bench.engine.Work;
import io.github.steelyard.bench.harness.Workplace;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What every system does in one round: evaluates a network on all rows.
 *
 * @param network and the batch it is given
 */
record PeerWork(Work network, int rows) {
  Path rowFiles(Workplace workplace) throws IOException {
    return RowFiles.of(rows, Math.toIntExact(network.inputShape().elements()), workplace);
  }
}
