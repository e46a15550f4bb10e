package io.github.steelyard.engine.dl4j.keras;

import java.util.List;

/**
 * A layer as the file has it.
 *
 * @param kind its class in Keras: {@code Conv2D}
 * @param weights what Keras 2 calls its arrays, in the order in which a {@code .keras} file numbers
 *     them; empty for a layer without any
 * @param group where a {@code .keras} file keeps them: {@code layers/conv2d_1}
 * @param channelsFirst whether its images are {@code [channels, height, width]}
 */
public record SourceLayer(
    String name, String kind, List<String> weights, String group, boolean channelsFirst) {}
