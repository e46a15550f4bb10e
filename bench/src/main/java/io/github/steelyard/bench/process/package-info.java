/** Arms that are programs of their own: another JVM, Python, a script. */
@NullMarked
package io.github.steelyard.bench.process;

import org.jspecify.annotations.NullMarked;
