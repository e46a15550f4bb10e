package io.github.steelyard.engine.dl4j.samediff;

import org.nd4j.autodiff.samediff.serde.FlatBuffersMapper;
import org.nd4j.graph.FlatArray;
import org.nd4j.graph.FlatGraph;
import org.nd4j.graph.FlatNode;
import org.nd4j.graph.FlatProperties;
import org.nd4j.graph.FlatVariable;
import org.nd4j.imports.converters.DifferentialFunctionClassHolder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.shape.Shape;

/**
 * Looks through a graph before ND4J makes arrays and operations of it: it believes every length,
 * shape and stride, and native code reads wherever they point.
 */
final class FlatGraphGuard {
  private static final int MOST_DIMENSIONS = 32;
  private static final int MOST_PARTS = 1_000_000;

  /** Behind rank, shape and strides: flags, element stride and order. */
  private static final int SHAPE_TAIL = 4;

  private final long bytes;
  private long arrayBytes;
  private long parts;

  private FlatGraphGuard(long bytes) {
    this.bytes = bytes;
  }

  /**
   * Checks a graph.
   *
   * @param bytes of the file, which its arrays cannot exceed together
   */
  static void check(FlatGraph graph, long bytes) throws SameDiffException {
    try {
      new FlatGraphGuard(bytes).check(graph);
    } catch (RuntimeException e) {
      // An offset that leads out of the file, a type that nobody knows.
      throw new SameDiffException("its graph is damaged", e);
    }
  }

  private void check(FlatGraph graph) throws SameDiffException {
    count(graph.variablesLength());
    count(graph.nodesLength());
    count(graph.placeholdersLength());
    count(graph.lossVariablesLength());
    for (int i = 0; i < graph.variablesLength(); i++) {
      FlatVariable variable = graph.variables(i);
      count(variable.shapeLength());
      count(variable.controlDepsLength());
      count(variable.controlDepForOpLength());
      count(variable.controlDepsForVarLength());
      check(variable.ndarray(), variable.name());
    }
    for (int i = 0; i < graph.nodesLength(); i++) {
      check(graph.nodes(i));
      checkKnown(graph.nodes(i));
    }
  }

  private void check(FlatNode node) throws SameDiffException {
    count(node.inputLength());
    count(node.inputPairedLength());
    count(node.outputLength());
    count(node.outputNamesLength());
    count(node.extraParamsLength());
    count(node.extraIntegerLength());
    count(node.extraBoolsLength());
    count(node.extraTypesLength());
    count(node.extraStringsLength());
    count(node.dimensionsLength());
    count(node.controlDepsLength());
    count(node.varControlDepsLength());
    count(node.controlDepForLength());
    count(node.propertiesLength());
    check(node.scalar(), node.name());
    for (int i = 0; i < node.propertiesLength(); i++) {
      check(node.properties(i), node.name());
    }
  }

  private static void checkKnown(FlatNode node) throws SameDiffException {
    Op.Type type = FlatBuffersMapper.getTypeFromByte(node.opType());
    if (type == Op.Type.CUSTOM || type == Op.Type.LOGIC) {
      Class<?> known;
      try {
        known =
            DifferentialFunctionClassHolder.getInstance()
                .customOpClassForHashAndName(node.opNum(), String.valueOf(node.opName()));
      } catch (RuntimeException e) {
        known = null;
      }
      if (known == null) {
        throw new SameDiffException(
            "it uses the operation '" + node.opName() + "', which ND4J 1.0.0-M2.1 has not");
      }
    }
  }

  private void check(FlatProperties properties, String node) throws SameDiffException {
    long values = 0;
    int[] lengths = {
      properties.iLength(),
      properties.lLength(),
      properties.dLength(),
      properties.bLength(),
      properties.sLength(),
      properties.aLength()
    };
    for (int length : lengths) {
      count(length);
      values += length;
    }
    count(properties.shapeLength());
    long product = 1;
    for (int i = 0; i < properties.shapeLength(); i++) {
      product = Math.multiplyExact(product, (long) properties.shape(i));
      if (!(properties.shape(i) >= 0 && product <= Math.max(1, values))) {
        throw new SameDiffException("a property of its operation '" + node + "' is damaged");
      }
    }
    for (int i = 0; i < properties.aLength(); i++) {
      check(properties.a(i), node);
    }
  }

  /** Lists may overlap in a file, so that a small one holds lists without end. */
  private void count(int length) throws SameDiffException {
    parts += length;
    if (!(length >= 0 && length <= bytes && parts <= MOST_PARTS)) {
      throw new SameDiffException("its graph has more than " + MOST_PARTS + " parts");
    }
  }

  private void check(FlatArray array, String name) throws SameDiffException {
    if (array == null) {
      return;
    }
    long rank = array.shape(0);
    if (!(rank >= 0 && rank <= MOST_DIMENSIONS && array.shapeLength() == 2 * rank + SHAPE_TAIL)) {
      throw damaged(name);
    }
    long[] shape = new long[array.shapeLength()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = array.shape(i);
    }
    DataType type = FlatBuffersMapper.getDataTypeFromByte(array.dtype());
    if (type == DataType.UTF8) {
      throw new SameDiffException("its array '" + name + "' holds texts: expected numbers");
    }
    long elements = elements(shape, (int) rank, name);
    if (Shape.isEmpty(shape)) {
      if (rank > 0 && elements > 0) {
        throw damaged(name);
      }
      return;
    }
    long size = Math.multiplyExact(elements, (long) type.width());
    arrayBytes += size;
    if (elements > Integer.MAX_VALUE || size > array.bufferLength() || arrayBytes > bytes) {
      throw damaged(name);
    }
  }

  /** Strides must not lead out of the array's own elements. */
  private static long elements(long[] shape, int rank, String name) throws SameDiffException {
    long elements = 1;
    long last = 0;
    for (int i = 1; i <= rank; i++) {
      elements = Math.multiplyExact(elements, shape[i]);
      if (shape[i] < 0 || shape[rank + i] < 0) {
        throw damaged(name);
      }
      last = Math.addExact(last, Math.multiplyExact(Math.max(0, shape[i] - 1), shape[rank + i]));
    }
    if (elements > 0 && last >= elements) {
      throw damaged(name);
    }
    return elements;
  }

  private static SameDiffException damaged(String name) {
    return new SameDiffException("its array '" + name + "' is damaged");
  }
}
