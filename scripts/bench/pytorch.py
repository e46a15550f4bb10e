"""Runs a network in PyTorch, in turns: the arm "pytorch" of scripts/bench.sh.

Arguments: torch.json inputs.bin BATCH BATCHES REPEATS. The first describes the network in ONNX's words and names the
file of its weights beside it; the second holds the inputs of all batches, float32. Prints a line of JSON when it is
ready, then one for each line it reads: "round" or "answers FILE".
"""

import json
import os
import sys
import time


def say(**fields):
    print(json.dumps(fields), flush=True)


try:
    import numpy
    import torch
    from torch import nn
except ImportError as problem:
    say(notRun=f"{sys.executable} has no PyTorch ({problem}): STEELYARD_PYTHON names a Python")
    sys.exit(0)


class Network(nn.Module):
    """Any graph; one that is a chain becomes an nn.Sequential instead."""

    def __init__(self, document, steps):
        super().__init__()
        self.steps = nn.ModuleList(module for _, module, _ in steps)
        self.wires = [(inputs, output) for inputs, _, output in steps]
        self.input = document["input"]

    def forward(self, batch):
        values = {self.input: batch}
        for module, (inputs, output) in zip(self.steps, self.wires):
            values[output] = module(*(values[name] for name in inputs))
        return values[self.wires[-1][1]]


class Add(nn.Module):
    def forward(self, left, right):
        return left + right


def module(operator, weights):
    kind = operator["kind"]
    integers = operator["integers"]
    stored = [weights[name] for name in operator["inputs"] if name in weights]
    if kind == "Conv":
        kernels = stored[0]
        layer = nn.Conv2d(
            kernels.shape[1],
            kernels.shape[0],
            integers["kernel_shape"],
            stride=integers["strides"],
            padding=integers["pads"][:2],
            bias=len(stored) == 2,
        )
        return filled(layer, kernels, *stored[1:])
    if kind == "Gemm":
        matrix = stored[0].T.contiguous()
        layer = nn.Linear(matrix.shape[1], matrix.shape[0], bias=len(stored) == 2)
        return filled(layer, matrix, *stored[1:])
    if kind == "BatchNormalization":
        layer = nn.BatchNorm2d(len(stored[0]), eps=operator["floats"]["epsilon"])
        layer.running_mean.copy_(stored[2])
        layer.running_var.copy_(stored[3])
        return filled(layer, *stored[:2])
    window = [integers.get(name) for name in ("kernel_shape", "strides")]
    if kind == "MaxPool":
        return nn.MaxPool2d(*window, padding=integers["pads"][:2])
    if kind == "AveragePool":
        return nn.AvgPool2d(*window, padding=integers["pads"][:2], count_include_pad=False)
    return {
        "Relu": lambda: nn.ReLU(inplace=True),
        "Tanh": nn.Tanh,
        "Softmax": lambda: nn.Softmax(dim=1),
        "Flatten": nn.Flatten,
        "GlobalAveragePool": lambda: nn.AdaptiveAvgPool2d(1),
        "Add": Add,
    }[kind]()


def filled(layer, weight, *bias):
    layer.weight.copy_(weight)
    for values in bias:
        layer.bias.copy_(values)
    return layer


def network(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    file = os.path.join(os.path.dirname(path), document["weights_file"])
    stored = numpy.memmap(file, dtype=numpy.float32, mode="c")
    weights = {}
    for weight in document["weights"]:
        begin = weight["offset"] // 4
        size = int(numpy.prod(weight["shape"]))
        values = stored[begin : begin + size].reshape(weight["shape"])
        weights[weight["name"]] = torch.from_numpy(numpy.array(values))
    steps = []
    for operator in document["operators"]:
        inputs = [name for name in operator["inputs"] if name not in weights]
        steps.append((inputs, module(operator, weights), operator["output"]))
    names = [document["input"]] + [output for _, _, output in steps]
    chain = all(inputs == [before] for (inputs, _, _), before in zip(steps, names))
    layers = [layer for _, layer, _ in steps]
    built = nn.Sequential(*layers) if chain else Network(document, steps)
    return built.eval(), document


def main():
    path, inputs, batch, count, repeats = sys.argv[1:]
    batch, count, repeats = int(batch), int(count), int(repeats)
    torch.set_num_threads(1)
    with torch.inference_mode():
        model, document = network(path)
        values = numpy.fromfile(inputs, dtype=numpy.float32)
        values = values.reshape(count, batch, *document["shape"])
        batches = [torch.from_numpy(part) for part in values]
        say()
        for line in sys.stdin:
            if line.strip() == "round":
                cpu, wall = time.process_time_ns(), time.perf_counter_ns()
                examples = 0
                for _ in range(repeats):
                    for part in batches:
                        examples += len(model(part))
                wall, cpu = time.perf_counter_ns() - wall, time.process_time_ns() - cpu
                say(examples=examples, wallNanos=wall, cpuNanos=cpu)
            else:
                # As long as the arms in Java warm up.
                start = time.perf_counter()
                while time.perf_counter() - start < 1:
                    for part in batches:
                        model(part)
                answers = torch.cat([model(part) for part in batches])
                answers.numpy().tofile(line.strip().split(" ", 1)[1])
                say(columns=answers.shape[1])


main()
