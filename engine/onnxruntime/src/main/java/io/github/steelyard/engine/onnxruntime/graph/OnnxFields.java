package io.github.steelyard.engine.onnxruntime.graph;

/** Field numbers of {@code onnx.proto}, which never change. */
public final class OnnxFields {
  static final int MODEL_IR_VERSION = 1;
  public static final int MODEL_GRAPH = 7;
  static final int MODEL_METADATA = 14;
  static final int MODEL_TRAINING = 20;
  static final int MODEL_FUNCTION = 25;

  static final int GRAPH_NODE = 1;
  static final int GRAPH_NAME = 2;
  static final int GRAPH_TENSOR = 5;
  public static final int GRAPH_INPUT = 11;
  public static final int GRAPH_OUTPUT = 12;
  static final int GRAPH_SPARSE_TENSOR = 15;

  static final int FUNCTION_NODE = 7;

  static final int NODE_INPUT = 1;
  static final int NODE_OUTPUT = 2;
  static final int NODE_NAME = 3;
  static final int NODE_KIND = 4;
  static final int NODE_ATTRIBUTE = 5;

  static final int ATTRIBUTE_TENSOR = 5;
  static final int ATTRIBUTE_GRAPH = 6;
  static final int ATTRIBUTE_TENSORS = 10;
  static final int ATTRIBUTE_GRAPHS = 11;
  static final int ATTRIBUTE_SPARSE_TENSOR = 22;
  static final int ATTRIBUTE_SPARSE_TENSORS = 23;

  static final int TENSOR_DIMENSION = 1;
  static final int TENSOR_TYPE = 2;
  static final int TENSOR_NAME = 8;
  static final int TENSOR_EXTERNAL_DATA = 13;

  static final int SPARSE_VALUES = 1;
  static final int SPARSE_INDICES = 2;

  static final int ENTRY_KEY = 1;
  static final int ENTRY_VALUE = 2;

  public static final int VALUE_NAME = 1;
  public static final int VALUE_TYPE = 2;
  public static final int TYPE_TENSOR = 1;
  public static final int TENSOR_TYPE_ELEMENT = 1;
  public static final int TENSOR_TYPE_SHAPE = 2;
  public static final int SHAPE_DIMENSION = 1;
  public static final int DIMENSION_VALUE = 1;

  private OnnxFields() {}
}
