"""Writes an ONNX file of a perceptron with random weights: for its size, not for its answers.

Random, because ONNX Runtime keeps equal tensors once.

Usage: python3 dense_onnx.py FILE WIDTH...          needs the packages onnx and numpy
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def main(file, widths):
    random = np.random.default_rng(1)
    nodes, weights, value = [], [], "x"
    for i, (rows, columns) in enumerate(zip(widths, widths[1:])):
        matrix = random.random((rows, columns), np.float32) / rows
        weights.append(numpy_helper.from_array(matrix, f"w{i}"))
        weights.append(numpy_helper.from_array(np.zeros(columns, np.float32), f"b{i}"))
        nodes.append(helper.make_node("Gemm", [value, f"w{i}", f"b{i}"], [f"h{i}"]))
        kind = "Relu" if i < len(widths) - 2 else "Softmax"
        nodes.append(helper.make_node(kind, [f"h{i}"], [f"y{i}"]))
        value = f"y{i}"
    graph = helper.make_graph(
        nodes,
        "dense",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", widths[0]])],
        [helper.make_tensor_value_info(value, TensorProto.FLOAT, ["n", widths[-1]])],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.save(model, file)


if __name__ == "__main__":
    main(sys.argv[1], [int(width) for width in sys.argv[2:]])
