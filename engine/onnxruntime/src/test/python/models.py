"""Writes the small models of engine/onnxruntime's tests.

Needs the packages onnx and numpy: python3 models.py ../resources/models
"""

import pathlib
import sys
import zlib

import numpy
import onnx
import onnx.external_data_helper
from onnx import TensorProto, helper, numpy_helper

OPSET = [helper.make_opsetid("", 17)]


def stored(name, *shape):
    # Of its name alone, so that models which share a name share the weights.
    random = numpy.random.default_rng(zlib.crc32(name.encode()))
    values = random.uniform(-1, 1, shape).astype(numpy.float32)
    return numpy_helper.from_array(values, name)


def integers(name, *values):
    return numpy_helper.from_array(numpy.array(values, numpy.int64), name)


def value(name, *shape, kind=TensorProto.FLOAT):
    return helper.make_tensor_value_info(name, kind, shape)


def node(kind, inputs, output, **settings):
    return helper.make_node(kind, inputs.split(), [output], name=output, **settings)


def save(name, nodes, inputs, outputs, initializers):
    graph = helper.make_graph(nodes, name, inputs, outputs, initializers)
    model = helper.make_model(
        graph, producer_name="steelyard", opset_imports=OPSET, ir_version=8
    )
    onnx.save(model, folder / (name + ".onnx"))


def image(name, batch):
    """A convolution, a flattening whose shape is computed, two kinds of product."""
    nodes = [
        node("Conv", "image kernel bias", "convolved", pads=[1, 1, 1, 1]),
        node("Relu", "convolved", "rectified"),
        node("MaxPool", "rectified", "pooled", kernel_shape=[2, 2], strides=[2, 2]),
        node("Shape", "pooled", "extents"),
        node("Gather", "extents zero", "rows"),
        node("Unsqueeze", "rows axes", "row"),
        node("Concat", "row rest", "flat-shape", axis=0),
        node("Reshape", "pooled flat-shape", "flat"),
        node("Gemm", "flat first first-bias", "hidden", transB=1),
        node("Tanh", "hidden", "active"),
        node("MatMul", "active second", "logits"),
    ]
    zero = numpy_helper.from_array(numpy.array(0, numpy.int64), "zero")
    weights = [
        zero,
        stored("kernel", 3, 2, 3, 3),
        stored("bias", 3),
        stored("first", 5, 48),
        stored("first-bias", 5),
        stored("second", 5, 4),
        integers("axes", 0),
        integers("rest", -1),
    ]
    save(name, nodes, [value("image", batch, 2, 8, 8)], [value("logits", batch, 4)], weights)


def two_inputs(name, *outputs):
    """Two named inputs, joined."""
    nodes = [
        node("MatMul", "left a", "from-left"),
        node("MatMul", "right b", "from-right"),
        node("Concat", "from-left from-right", "both", axis=1),
        node("Gemm", "both c d", "scores"),
        node("Softmax", "scores", "probabilities", axis=1),
    ]
    inputs = [value("left", "N", 4), value("right", "N", 6)]
    weights = [stored("a", 4, 8), stored("b", 6, 8), stored("c", 16, 3), stored("d", 3)]
    save(name, nodes, inputs, [value(output, "N", 3) for output in outputs], weights)


def quantized():
    """A product of 8-bit integers, around which numbers are quantized."""
    eighth = numpy_helper.from_array(numpy.array(0.125, numpy.float32), "scale")
    zero = numpy_helper.from_array(numpy.array(0, numpy.int8), "zero")
    weights = numpy.arange(-6, 6, dtype=numpy.int8).reshape(3, 4)
    nodes = [
        node("QuantizeLinear", "x scale zero", "x8"),
        node("QLinearMatMul", "x8 scale zero w scale zero scale zero", "y8"),
        node("DequantizeLinear", "y8 scale zero", "y"),
    ]
    stored_weights = [eighth, zero, numpy_helper.from_array(weights, "w")]
    save("quantized", nodes, [value("x", "N", 3)], [value("y", "N", 4)], stored_weights)


def embedding():
    """Token numbers, a look-up table, a mean over the tokens; the length is open."""
    nodes = [
        node("Gather", "table tokens", "looked-up"),
        node("ReduceMean", "looked-up", "mean", axes=[1], keepdims=0),
        node("MatMul", "mean out", "logits"),
    ]
    inputs = [value("tokens", "N", "length", kind=TensorProto.INT64)]
    weights = [stored("table", 11, 6), stored("out", 6, 2)]
    save("embedding", nodes, inputs, [value("logits", "N", 2)], weights)


def costs(name, batch):
    """One operator of each kind that multiplies matrices, in a row."""
    nodes = [
        node("Conv", "x grouped", "convolved", group=2),
        node("ConvTranspose", "convolved transposed", "enlarged", strides=[2, 2]),
        node("Reshape", "enlarged shape", "steps"),
        node("MatMul", "steps w", "each-step"),
        node("Transpose", "each-step", "turned", perm=[0, 2, 1]),
        node("MatMul", "each-step turned", "similar"),
        node("Flatten", "similar", "flat"),
        node("Gemm", "flat last", "y"),
    ]
    weights = [
        stored("grouped", 8, 2, 3, 3),
        stored("transposed", 8, 3, 2, 2),
        integers("shape", 0, 3, 64),
        stored("w", 64, 5),
        stored("last", 9, 2),
    ]
    save(name, nodes, [value("x", batch, 4, 6, 6)], [value("y", batch, 2)], weights)


def numbers(kind, type, batch="N"):
    """Twice its input and one more, in numbers of another kind; the bias stands in the file."""
    two = helper.make_tensor("two", type, [1], [2])
    one = helper.make_tensor("one", type, [3], [1, 1, 1])
    nodes = [node("Mul", "x two", "twice"), node("Add", "twice one", "y")]
    if kind == "bfloat16":
        # ONNX Runtime has no arithmetic for these on a CPU.
        nodes = [
            node("Cast", "x", "x32", to=TensorProto.FLOAT),
            node("Cast", "two", "two32", to=TensorProto.FLOAT),
            node("Cast", "one", "one32", to=TensorProto.FLOAT),
            node("Mul", "x32 two32", "twice"),
            node("Add", "twice one32", "y32"),
            node("Cast", "y32", "y", to=type),
        ]
    ports = [value("x", batch, 3, kind=type)], [value("y", batch, 3, kind=type)]
    save("numbers-" + kind, nodes, *ports, [two, one])


def whole_numbers(kind, type):
    """Its input as float32."""
    nodes = [node("Cast", "x", "y", to=TensorProto.FLOAT)]
    save("numbers-" + kind, nodes, [value("x", "N", 3, kind=type)], [value("y", "N", 3)], [])


def data_dependent():
    """How many rows the second product has, only the data tell."""
    nodes = [
        node("MatMul", "x w", "known"),
        node("NonZero", "x", "places"),
        node("Transpose", "places", "by-place", perm=[1, 0]),
        node("Cast", "by-place", "numbers", to=TensorProto.FLOAT),
        node("MatMul", "numbers v", "open"),
        node("ReduceSum", "open axes", "sum", keepdims=1),
        node("Add", "known sum", "y"),
    ]
    weights = [stored("w", 3, 4), stored("v", 2, 4), integers("axes", 0)]
    save("data-dependent", nodes, [value("x", "N", 3)], [value("y", "N", 4)], weights)


def recurrent():
    """A long short-term memory over five steps, whose last state is the answer."""
    nodes = [
        node("Transpose", "x", "steps", perm=[1, 0, 2]),
        helper.make_node("LSTM", ["steps", "w", "r"], ["", "last"], name="memory", hidden_size=4),
        node("Squeeze", "last axes", "y"),
    ]
    weights = [stored("w", 1, 16, 3), stored("r", 1, 16, 4), integers("axes", 0)]
    save("recurrent", nodes, [value("x", "N", 5, 3)], [value("y", "N", 4)], weights)


def external():
    """Its weights stand in weights.bin, beside it."""
    weights = stored("w", 3, 4)
    (folder / "weights.bin").write_bytes(weights.raw_data)
    onnx.external_data_helper.set_external_data(weights, location="weights.bin")
    weights.ClearField("raw_data")
    one = [value("x", "N", 3)]
    save("external", [node("MatMul", "x w", "y")], one, [value("y", "N", 4)], [weights])


def unusable():
    one = [value("x", "N", 3)]
    save("unknown-operator", [node("NoSuchThing", "x", "y")], one, [value("y", "N", 3)], [])
    integer = [value("y", "N", kind=TensorProto.INT64)]
    save("integer-output", [node("ArgMax", "x", "y", axis=1, keepdims=0)], one, integer, [])


folder = pathlib.Path(sys.argv[1])
image("image", "N")
image("image-by-three", 3)
two_inputs("two-inputs", "scores")
two_inputs("two-outputs", "scores", "probabilities")
quantized()
embedding()
costs("costs", "N")
costs("costs-by-two", 2)
data_dependent()
recurrent()
external()
numbers("float16", TensorProto.FLOAT16)
numbers("float16-by-two", TensorProto.FLOAT16, 2)
numbers("bfloat16", TensorProto.BFLOAT16)
numbers("float64", TensorProto.DOUBLE)
whole_numbers("uint8", TensorProto.UINT8)
whole_numbers("int8", TensorProto.INT8)
whole_numbers("int32", TensorProto.INT32)
whole_numbers("int64", TensorProto.INT64)
unusable()
