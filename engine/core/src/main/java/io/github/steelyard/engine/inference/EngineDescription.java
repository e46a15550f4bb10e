package io.github.steelyard.engine.inference;

import java.io.Serializable;

/**
 * What an engine runs on.
 *
 * @param engine the provider's name
 * @param version of the library
 * @param device {@code cpu} or {@code gpu}
 * @param precision {@code float32}, {@code float16} or {@code bfloat16}
 * @param kernels the instruction set its native code was built for, and the libraries under it
 * @param threads that one engine uses for one batch
 */
public record EngineDescription(
    String engine, String version, String device, String precision, String kernels, int threads)
    implements Serializable {}
