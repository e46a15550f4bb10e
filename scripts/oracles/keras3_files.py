"""Writes small models as Keras 3 saves them, and what they must answer.

    /usr/bin/python3 scripts/oracles/keras3_files.py engine/dl4j/src/test/resources/keras3

Needs h5py, numpy and torch, not Keras. The files are laid out as keras/src/saving/saving_lib.py
(.keras), keras/src/legacy/saving/legacy_h5_format.py (.h5) and the layers' get_config() of Keras
3.8 do it; the answers come from torch, which shares no code with the importer under test. Beside
each model stands NAME.json: the shape of one example, and the answers to three examples whose
numbers are (37 i mod 101) / 100 - 0.5, counted through the batch.
"""

import io
import json
import pathlib
import re
import sys
import zipfile

import h5py
import numpy as np
import torch
import torch.nn.functional as F

VERSION = "3.8.0"
EXAMPLES = 3
OUT = pathlib.Path(sys.argv[1])
FIRST, LAST = "channels_first", "channels_last"


# --- Keras' configuration ---------------------------------------------------------------------

def keras_object(module, kind, config=None):
    return {"module": module, "class_name": kind, "config": config or {}, "registered_name": None}


DTYPE = keras_object("keras", "DTypePolicy", {"name": "float32"})
GLOROT = keras_object("keras.initializers", "GlorotUniform", {"seed": None})
ORTHOGONAL = keras_object("keras.initializers", "Orthogonal", {"seed": None, "gain": 1.0})
ZEROS = keras_object("keras.initializers", "Zeros")
ONES = keras_object("keras.initializers", "Ones")
L2 = keras_object("keras.regularizers", "L2", {"l2": 0.01})


def plain(prefix):
    return {f"{prefix}_initializer": GLOROT, f"{prefix}_regularizer": None,
            f"{prefix}_constraint": None}


BIAS = {"bias_initializer": ZEROS, "bias_regularizer": None, "bias_constraint": None}


def dense(units, activation="linear", bias=True):
    return "Dense", {"units": units, "activation": activation, "use_bias": bias,
                     "kernel_initializer": GLOROT, "kernel_regularizer": L2,
                     "kernel_constraint": None, **BIAS}


def conv(filters, size, order=LAST, padding="valid", strides=1, activation="linear", bias=True):
    return "Conv2D", {"filters": filters, "kernel_size": [size, size], "strides": [strides] * 2,
                      "padding": padding, "data_format": order, "dilation_rate": [1, 1],
                      "groups": 1, "activation": activation, "use_bias": bias, **plain("kernel"),
                      **BIAS, "activity_regularizer": None}


def depthwise(size, order=LAST, padding="same", multiplier=1):
    return "DepthwiseConv2D", {
        "kernel_size": [size, size], "strides": [1, 1], "padding": padding,
        "depth_multiplier": multiplier, "data_format": order, "dilation_rate": [1, 1],
        "activation": "linear", "use_bias": True, **plain("depthwise"), **BIAS,
        "activity_regularizer": None}


def separable(filters, size, order=LAST, padding="same"):
    return "SeparableConv2D", {
        "filters": filters, "kernel_size": [size, size], "strides": [1, 1], "padding": padding,
        "data_format": order, "dilation_rate": [1, 1], "groups": 1, "depth_multiplier": 1,
        "activation": "linear", "use_bias": True, **plain("depthwise"), **plain("pointwise"),
        **BIAS, "activity_regularizer": None}


def norm(axis=-1, scale=True, center=True, epsilon=0.001):
    return "BatchNormalization", {
        "axis": axis, "momentum": 0.99, "epsilon": epsilon, "center": center, "scale": scale,
        "beta_initializer": ZEROS, "gamma_initializer": ONES, "moving_mean_initializer": ZEROS,
        "moving_variance_initializer": ONES, "beta_regularizer": None, "gamma_regularizer": None,
        "beta_constraint": None, "gamma_constraint": None, "synchronized": False}


def pool(kind, size=2, order=LAST, padding="valid", stride=None):
    return f"{kind}Pooling2D", {"pool_size": [size, size], "padding": padding,
                                "strides": [stride or size] * 2, "data_format": order}


def global_average(order=LAST):
    return "GlobalAveragePooling2D", {"data_format": order, "keepdims": False}


def flatten(order=LAST):
    return "Flatten", {"data_format": order}


def dropout():
    return "Dropout", {"rate": 0.25, "seed": None, "noise_shape": None}


def activation(function):
    return "Activation", {"activation": function}


def relu(**settings):
    return "ReLU", {"max_value": None, "negative_slope": 0.0, "threshold": 0.0, **settings}


def zero_padding(order=LAST, sides=((1, 0), (2, 1))):
    return "ZeroPadding2D", {"padding": [list(side) for side in sides], "data_format": order}


def lstm(units, sequences=False):
    return "LSTM", {"return_sequences": sequences, "return_state": False, "go_backwards": False,
                    "stateful": False, "unroll": False, "zero_output_for_mask": False,
                    "units": units, "activation": "tanh", "recurrent_activation": "sigmoid",
                    "use_bias": True, **plain("kernel"), "recurrent_initializer": ORTHOGONAL,
                    "recurrent_regularizer": None, "recurrent_constraint": None, **BIAS,
                    "unit_forget_bias": True, "activity_regularizer": None, "dropout": 0.0,
                    "recurrent_dropout": 0.0, "seed": None}


def layer(name, kind_and_config, after=None):
    kind, config = kind_and_config
    return {"name": name, "kind": kind, "config": config, "after": after}


# --- Weights, and the forward pass in torch ---------------------------------------------------

def arrays(kind, config, channels, generator):
    """What Keras keeps for a layer, by its own names, in its own order."""

    def weights(*shape):
        return (generator.standard_normal(shape) * 0.4).astype("f4")

    names = {}
    if kind == "Dense":
        names["kernel"] = weights(channels, config["units"])
    elif kind == "Conv2D":
        names["kernel"] = weights(*config["kernel_size"], channels, config["filters"])
    elif kind == "DepthwiseConv2D":
        names["kernel"] = weights(*config["kernel_size"], channels, config["depth_multiplier"])
    elif kind == "SeparableConv2D":
        names["depthwise_kernel"] = weights(*config["kernel_size"], channels, 1)
        names["pointwise_kernel"] = weights(1, 1, channels, config["filters"])
    elif kind == "BatchNormalization":
        if config["scale"]:
            names["gamma"] = weights(channels)
        if config["center"]:
            names["beta"] = weights(channels)
        names["moving_mean"] = weights(channels)
        names["moving_variance"] = np.abs(weights(channels)) + 0.1
    elif kind == "Embedding":
        names["embeddings"] = weights(config["input_dim"], config["output_dim"])
    elif kind == "LSTM":
        names["kernel"] = weights(channels, 4 * config["units"])
        names["recurrent_kernel"] = weights(config["units"], 4 * config["units"])
    if config.get("use_bias"):
        outputs = {"Dense": "units", "Conv2D": "filters", "SeparableConv2D": "filters"}
        count = (config[outputs[kind]] if kind in outputs
                 else 4 * config["units"] if kind == "LSTM"
                 else channels * config["depth_multiplier"])
        names["bias"] = weights(count)
    return names


def tensor(array):
    return torch.from_numpy(np.ascontiguousarray(array))


def function(name, x, axis):
    return {"linear": lambda: x, "relu": lambda: F.relu(x), "tanh": lambda: torch.tanh(x),
            "softmax": lambda: F.softmax(x, axis), "sigmoid": lambda: torch.sigmoid(x),
            "silu": lambda: F.silu(x), "relu6": lambda: F.relu6(x)}[name]()


def to_first(x, order):
    return x if order == FIRST else x.permute(0, 3, 1, 2)


def from_first(x, order):
    return x if order == FIRST else x.permute(0, 2, 3, 1)


def convolved(x, config, kernel, bias, groups=1):
    order = config["data_format"]
    x = to_first(x, order)
    if config["padding"] == "same":
        pads = []
        for extent, size, stride in zip(x.shape[:1:-1], kernel.shape[:1:-1],
                                        config["strides"][::-1]):
            total = max((-(-extent // stride) - 1) * stride + size - extent, 0)
            pads += [total // 2, total - total // 2]
        x = F.pad(x, pads)
    x = F.conv2d(x, kernel, bias, stride=tuple(config["strides"]), groups=groups)
    return from_first(x, order)


def run(kind, config, w, inputs):
    x = inputs[0]
    w = {name: tensor(array) for name, array in w.items()}
    order = config.get("data_format")
    if kind in ("Dropout", "InputLayer"):
        return x
    if kind == "Dense":
        y = x @ w["kernel"] + w.get("bias", 0)
        return function(config["activation"], y, -1)
    if kind == "Conv2D":
        y = convolved(x, config, w["kernel"].permute(3, 2, 0, 1), w.get("bias"))
        return function(config["activation"], y, 1 if order == FIRST else -1)
    if kind in ("DepthwiseConv2D", "SeparableConv2D"):
        k = w.get("depthwise_kernel", w.get("kernel"))
        rows, columns, channels, multiplier = k.shape
        k = k.permute(2, 3, 0, 1).reshape(channels * multiplier, 1, rows, columns)
        if kind == "DepthwiseConv2D":
            return convolved(x, config, k, w["bias"], channels)
        y = convolved(x, config, k, None, channels)
        point = {**config, "padding": "valid", "strides": [1, 1]}
        return convolved(y, point, w["pointwise_kernel"].permute(3, 2, 0, 1), w["bias"])
    if kind == "BatchNormalization":
        shape = [1] * x.dim()
        shape[config["axis"]] = -1
        y = (x - w["moving_mean"].reshape(shape)) / torch.sqrt(
            w["moving_variance"].reshape(shape) + config["epsilon"])
        return y * w.get("gamma", torch.ones(1)).reshape(shape) + \
            w.get("beta", torch.zeros(1)).reshape(shape)
    if kind.endswith("Pooling2D") and not kind.startswith("Global"):
        pooled = F.max_pool2d if kind.startswith("Max") else F.avg_pool2d
        y = pooled(to_first(x, order), tuple(config["pool_size"]), tuple(config["strides"]))
        return from_first(y, order)
    if kind == "GlobalAveragePooling2D":
        return to_first(x, order).mean((2, 3))
    if kind == "Flatten":
        # Told that channels come first, Keras puts them last before it flattens.
        moved = x.permute(0, 2, 3, 1) if order == FIRST and x.dim() == 4 else x
        return moved.reshape(moved.shape[0], -1)
    if kind == "Activation":
        return function(config["activation"], x, -1)
    if kind == "ReLU":
        y = torch.where(x >= config["threshold"], x,
                        config["negative_slope"] * (x - config["threshold"]))
        return y if config["max_value"] is None else torch.clamp(y, max=config["max_value"])
    if kind == "LeakyReLU":
        return F.leaky_relu(x, config["negative_slope"])
    if kind == "Softmax":
        return F.softmax(x, config["axis"])
    if kind == "Add":
        return sum(inputs[1:], x)
    if kind == "Average":
        return sum(inputs[1:], x) / len(inputs)
    if kind == "Maximum":
        return torch.maximum(*inputs)
    if kind == "Multiply":
        return torch.mul(*inputs)
    if kind == "Subtract":
        return torch.sub(*inputs)
    if kind == "Concatenate":
        return torch.cat(inputs, config["axis"])
    if kind == "ZeroPadding2D":
        (top, bottom), (left, right) = config["padding"]
        return from_first(F.pad(to_first(x, order), (left, right, top, bottom)), order)
    if kind == "Embedding":
        return w["embeddings"][x.long()]
    if kind == "LSTM":
        units = config["units"]
        net = torch.nn.LSTM(x.shape[2], units, batch_first=True)
        # Keras' gates are input, forget, cell, output, as torch's.
        net.weight_ih_l0.data = w["kernel"].T.contiguous()
        net.weight_hh_l0.data = w["recurrent_kernel"].T.contiguous()
        net.bias_ih_l0.data = w["bias"]
        net.bias_hh_l0.data = torch.zeros(4 * units)
        y, _ = net(x)
        return y if config["return_sequences"] else y[:, -1]
    raise ValueError(kind)


def channels_of(kind, config, x):
    if kind in ("Conv2D", "DepthwiseConv2D", "SeparableConv2D"):
        return x.shape[1] if config["data_format"] == FIRST else x.shape[3]
    return x.shape[config["axis"]] if kind == "BatchNormalization" else x.shape[-1]


# --- Files -------------------------------------------------------------------------------------

def snake(kind):
    name = re.sub(r"\W+", "", kind)
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()


def config_of(name, layers, inputs, outputs, sequential, legacy, keras2):
    def entry(l):
        config = {"name": l["name"], "trainable": True,
                  "dtype": "float32" if keras2 else DTYPE, **l["config"]}
        if l["kind"] == "InputLayer":
            config = {**l["config"], "dtype": "float32", "sparse": False, "ragged": False,
                      "name": l["name"]}
            if keras2:
                config["batch_input_shape"] = config.pop("batch_shape")
        e = {"class_name": l["kind"], "config": config}
        if not legacy:
            e.update(module="keras.layers", registered_name=None)
            if l["kind"] != "InputLayer":
                e["build_config"] = {"input_shape": [None, 1]}
        if not sequential:
            e["name"] = l["name"]
            e["inbound_nodes"] = links(l)
        return e

    def links(l):
        if not l["after"]:
            return []
        if keras2:
            return [[[source, 0, 0, {}] for source in l["after"]]]
        history = [{"class_name": "__keras_tensor__", "config": {
            "shape": [None, 1], "dtype": "float32", "keras_history": [source, 0, 0]}}
            for source in l["after"]]
        return [{"args": [history] if len(history) > 1 else history, "kwargs": {}}]

    config = {"name": name, "trainable": True, **({} if keras2 else {"dtype": DTYPE}),
              "layers": [entry(l) for l in layers]}
    if sequential:
        config["build_input_shape"] = layers[0]["config"]["batch_shape"]
    else:
        # Keras 3 writes a single input or output without a list around it.
        one = not keras2 and not legacy
        config["input_layers"] = [inputs, 0, 0] if one else [[inputs, 0, 0]]
        config["output_layers"] = [outputs, 0, 0] if one else [[outputs, 0, 0]]
    top = {"class_name": "Sequential" if sequential else "Functional", "config": config}
    if not legacy:
        top.update(module="keras", registered_name=top["class_name"],
                   build_config={"input_shape": None})
    return top


def write_h5(path, name, config, layers, weights, sequential, version):
    with h5py.File(path, "w") as file:
        file.attrs["keras_version"] = version
        file.attrs["backend"] = "tensorflow"
        file.attrs["model_config"] = json.dumps(config).encode("utf8")
        root = file.create_group("model_weights")
        kept = [l for l in layers if not (sequential and l["kind"] == "InputLayer")]
        root.attrs["layer_names"] = [l["name"].encode("utf8") for l in kept]
        root.attrs["backend"] = b"tensorflow"
        root.attrs["keras_version"] = version.encode("utf8")
        suffix = ":0" if version.startswith("2") else ""
        for l in sorted(kept, key=lambda l: l["name"]):
            group = root.create_group(l["name"])
            cell = "/lstm_cell" if l["kind"] == "LSTM" else ""
            scope = f"{name}/{l['name']}" if sequential and not suffix else l["name"]
            renamed = {"kernel": "depthwise_kernel"} if suffix and l[
                "kind"] == "DepthwiseConv2D" else {}
            paths = {f"{scope}{cell}/{renamed.get(key, key)}{suffix}": array
                     for key, array in weights[l["name"]].items()}
            group.attrs["weight_names"] = [p.encode("utf8") for p in paths]
            for p, array in paths.items():
                group.create_dataset(p, data=array, track_times=False)
        top = root.create_group("top_level_model_weights")
        top.attrs["weight_names"] = []


def write_keras(path, config, layers, weights, sequential, root, version):
    memory = io.BytesIO()
    with h5py.File(memory, "w") as file:
        used = {}
        for l in layers:
            if sequential and l["kind"] == "InputLayer":
                continue
            name = snake(l["kind"])
            used[name] = used.get(name, -1) + 1
            name = f"{root}/{name}" + (f"_{used[name]}" if used[name] else "")
            ordered = dict(sorted(weights[l["name"]].items(),
                                  key=lambda item: item[0] == "bias"))
            if l["kind"] == "LSTM":
                file.create_group(f"{name}/vars")
                name += "/cell"
            group = file.create_group(f"{name}/vars")
            for i, array in enumerate(ordered.values()):
                group.create_dataset(str(i), data=array, track_times=False)
            if l["kind"] == "Dropout":
                file.create_group(f"{name}/seed_generator/vars").create_dataset(
                    "0", data=np.array([0, 7], "u4"), track_times=False)
        file.create_group("vars")
    with zipfile.ZipFile(path, "w") as archive:
        for entry, content in (
                ("metadata.json", json.dumps(
                    {"keras_version": version, "date_saved": "2025-01-01@00:00:00"})),
                ("config.json", json.dumps(config)),
                ("model.weights.h5", memory.getvalue())):
            archive.writestr(zipfile.ZipInfo(entry, (1980, 1, 1, 0, 0, 0)), content)


def model(name, shape, layers, sequential=True, kinds=("h5", "keras"), version=VERSION,
          root="layers", batch=None, whole_numbers=0, scale=1.0):
    """One model in the given files; in a functional one each layer says what it follows."""
    generator = np.random.default_rng(sum(name.encode()))
    layers = [layer("picture", ("InputLayer", {"batch_shape": [batch, *shape]}))] + layers
    count = EXAMPLES * int(np.prod(shape))
    data = (np.arange(count) * 37 % 101 / 100 - 0.5).astype("f4").reshape(EXAMPLES, *shape)
    if whole_numbers:
        data = (np.arange(count) * 37 % whole_numbers).astype("f4").reshape(EXAMPLES, *shape)
    results, weights, parameters = {"picture": tensor(data)}, {"picture": {}}, 0
    previous = "picture"
    for l in layers[1:]:
        if sequential:
            l["after"] = [previous]
        given = [results[source] for source in l["after"]]
        w = arrays(l["kind"], l["config"], channels_of(l["kind"], l["config"], given[0]), generator)
        w = {key: array * np.float32(scale) if key == "kernel" else array
             for key, array in w.items()}
        weights[l["name"]] = w
        # Deeplearning4j keeps all four of a normalization, whether or not Keras does.
        parameters += (4 * w["moving_mean"].size if "moving_mean" in w
                       else sum(array.size for array in w.values()))
        with torch.no_grad():
            results[l["name"]] = run(l["kind"], l["config"], w, given)
        previous = l["name"]
    keras2 = version.startswith("2")
    for kind in kinds:
        config = config_of(name, layers, "picture", previous, sequential, kind == "h5", keras2)
        if kind == "h5":
            write_h5(OUT / f"{name}.h5", name, config, layers, weights, sequential, version)
        else:
            write_keras(OUT / f"{name}.keras", config, layers, weights, sequential, root, version)
    answers = results[previous].reshape(EXAMPLES, -1).double().tolist()
    (OUT / f"{name}.json").write_text(json.dumps(
        {"shape": list(shape), "wholeNumbers": whole_numbers, "parameters": parameters,
         "answers": answers}) + "\n")
    print(name, [round(v, 4) for v in answers[0]])


def residual(order):
    """As keras.applications' ResNet-50, with its names: fewer blocks, and narrow ones."""
    axis = 1 if order == FIRST else 3
    layers = []

    def add(name, kind_and_config, *after):
        layers.append(layer(name, kind_and_config, list(after) or [layers[-1]["name"]]))

    def normalized(name, kind_and_config, *after):
        add(f"{name}_conv", kind_and_config, *after)
        add(f"{name}_bn", norm(axis=axis, epsilon=1.001e-5))

    def block(name, filters, strides, shortcut):
        before = layers[-1]["name"]
        if shortcut:
            normalized(f"{name}_0", conv(4 * filters, 1, order, strides=strides), before)
        left = f"{name}_0_bn" if shortcut else before
        normalized(f"{name}_1", conv(filters, 1, order, strides=strides), before)
        add(f"{name}_1_relu", activation("relu"))
        normalized(f"{name}_2", conv(filters, 3, order, padding="same"))
        add(f"{name}_2_relu", activation("relu"))
        normalized(f"{name}_3", conv(4 * filters, 1, order))
        add(f"{name}_add", ("Add", {}), left, f"{name}_3_bn")
        add(f"{name}_out", activation("relu"))

    add("conv1_pad", zero_padding(order, ((3, 3), (3, 3))), "picture")
    normalized("conv1", conv(5, 7, order, strides=2))
    add("conv1_relu", activation("relu"))
    add("pool1_pad", zero_padding(order, ((1, 1), (1, 1))))
    add("pool1_pool", pool("Max", 3, order, stride=2))
    block("conv2_block1", 2, 1, True)
    block("conv2_block2", 2, 1, False)
    block("conv3_block1", 3, 2, True)
    block("conv3_block2", 3, 1, False)
    add("avg_pool", global_average(order))
    add("predictions", dense(5, "softmax"))
    return layers


def merged(order):
    """Two branches, brought together in each way there is."""
    layers = [layer("left", conv(4, 3, order, activation="tanh"), ["picture"]),
              layer("right", conv(4, 3, order, activation="sigmoid"), ["picture"])]
    kinds = ("Add", "Average", "Maximum", "Multiply", "Subtract")
    layers += [layer(kind.lower(), (kind, {}), ["left", "right"]) for kind in kinds]
    layers += [
        layer("concatenate", ("Concatenate", {"axis": 1 if order == FIRST else -1}),
              [kind.lower() for kind in kinds]),
        layer("mean", global_average(order), ["concatenate"]),
        layer("dense", dense(4, "softmax"), ["mean"])]
    return layers


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    # As people save their first network, with two layers of a kind to be numbered; ends in logits,
    # for one batch size alone.
    model("sequential", (12, 12, 1), [
        layer("conv2d", conv(4, 3, activation="relu")),
        layer("max_pooling2d", pool("Max")),
        layer("conv2d_1", conv(5, 2, padding="same", strides=2, bias=False)),
        layer("norm", norm(axis=3)),
        layer("act", activation("silu")),
        layer("flatten", flatten()),
        layer("dropout", dropout()),
        layer("dense", dense(7, "tanh")),
        layer("logits", dense(3))], batch=1)
    # Layers whose names sort otherwise than they run.
    model("functional", (9, 8, 3), [
        layer("z_pad", zero_padding(), ["picture"]),
        layer("y_conv", conv(4, 3), ["z_pad"]),
        layer("x_norm", norm(scale=False), ["y_conv"]),
        layer("w_relu", relu(max_value=6.0), ["x_norm"]),
        layer("v_depth", depthwise(3, multiplier=1), ["w_relu"]),
        layer("u_add", ("Add", {}), ["v_depth", "w_relu"]),
        layer("t_sep", separable(4, 3), ["u_add"]),
        layer("s_leaky", ("LeakyReLU", {"negative_slope": 0.2}), ["t_sep"]),
        layer("r_concat", ("Concatenate", {"axis": -1}), ["s_leaky", "u_add"]),
        layer("q_pool", pool("Average"), ["r_concat"]),
        layer("p_conv", conv(6, 1, activation="sigmoid"), ["q_pool"]),
        layer("o_mean", global_average(), ["p_conv"]),
        layer("n_dense", dense(4, bias=False), ["o_mean"]),
        layer("m_softmax", ("Softmax", {"axis": -1}), ["n_dense"])], sequential=False)
    # Channels first, flattened in Keras' order; a normalization after the flattening.
    model("first-sequential", (3, 8, 10), [
        layer("conv", conv(4, 3, FIRST, activation="relu")),
        layer("norm", norm(axis=1)),
        layer("pool", pool("Max", order=FIRST)),
        layer("flatten", flatten(FIRST)),
        layer("flat_norm", norm(center=False)),
        layer("dense", dense(5, "softmax"))])
    # Channels first, and a Flatten that was not told so.
    model("first-plain-flatten", (2, 6, 6), [
        layer("conv", conv(3, 3, FIRST, padding="same")),
        layer("flatten", flatten(LAST)),
        layer("dense", dense(4, "softmax"))])
    model("first-functional", (3, 8, 8), [
        layer("norm", norm(axis=1), ["picture"]),
        layer("pad", zero_padding(FIRST), ["norm"]),
        layer("conv", conv(4, 3, FIRST, activation="relu"), ["pad"]),
        layer("depth", depthwise(3, FIRST), ["conv"]),
        layer("add", ("Add", {}), ["depth", "conv"]),
        layer("sep", separable(3, 3, FIRST), ["add"]),
        layer("concat", ("Concatenate", {"axis": 1}), ["sep", "add"]),
        layer("pool", pool("Average", order=FIRST), ["concat"]),
        layer("mean", global_average(FIRST), ["pool"]),
        layer("dense", dense(3, "softmax"), ["mean"])], sequential=False)
    model("residual", (22, 20, 3), residual(LAST), sequential=False, scale=0.5)
    model("first-residual", (3, 22, 20), residual(FIRST), sequential=False, scale=0.5)
    model("merged", (7, 6, 2), merged(LAST), sequential=False)
    model("first-merged", (2, 7, 6), merged(FIRST), sequential=False)
    # Keras 2's own files with channels first, which import and do not run.
    model("first-keras2", (2, 7, 6), [
        layer("conv", conv(3, 3, FIRST, activation="relu"), ["picture"]),
        layer("norm", norm(axis=1), ["conv"]),
        layer("flatten", flatten(FIRST), ["norm"]),
        layer("dense", dense(4, "softmax"), ["flatten"])],
        sequential=False, kinds=("h5",), version="2.13.1")
    # Keras 2.13 called the layers of a .keras file otherwise.
    model("keras213", (6,), [
        layer("hidden", dense(5, "relu")),
        layer("answer", dense(3, "softmax"))],
        kinds=("keras",), version="2.13.1", root="_layer_checkpoint_dependencies")
    model("lstm", (6, 5), [
        layer("lstm", lstm(4, sequences=True)),
        layer("lstm_1", lstm(3)),
        layer("dense", dense(2, "softmax"))])
    model("embedding", (6,), [
        layer("embedding", ("Embedding", {
            "input_dim": 11, "output_dim": 4, "embeddings_initializer": GLOROT,
            "embeddings_regularizer": None, "activity_regularizer": None,
            "embeddings_constraint": None, "mask_zero": False})),
        layer("lstm", lstm(3)),
        layer("dense", dense(2, "softmax"))], whole_numbers=11)


main()
