/**
 * YAML as blocks of declared keys: typed values out, every mistake with its place and what was
 * expected there.
 */
@NullMarked
package io.github.steelyard.jobs.suite.document;

import org.jspecify.annotations.NullMarked;
