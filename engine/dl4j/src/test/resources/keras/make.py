"""Makes the Keras 2 files beside this one, and prints what they must answer.

Run with h5py and numpy: python3 make.py. The files are laid out as Keras 2's model.save does it;
the answers come from the forward passes below.
"""

import json

import h5py
import numpy as np

generator = np.random.default_rng(7)


def weights(*shape):
    return (generator.standard_normal(shape) * 0.4).astype("f4")


# What Keras writes for every layer with weights, and does not matter here.
ROUTINE = {
    "kernel_initializer": {"class_name": "VarianceScaling", "config": {
        "scale": 1.0, "mode": "fan_avg", "distribution": "uniform", "seed": None}},
    "bias_initializer": {"class_name": "Zeros", "config": {}},
    "kernel_regularizer": None, "bias_regularizer": None, "activity_regularizer": None,
    "kernel_constraint": None, "bias_constraint": None}
ONES = {"class_name": "Ones", "config": {}}
ZEROS = {"class_name": "Zeros", "config": {}}


def layer(kind, name, inbound=None, **config):
    entry = {"class_name": kind, "config": {"name": name, "trainable": True, **config}}
    if inbound is not None:
        entry["name"] = name
        entry["inbound_nodes"] = [[[source, 0, 0, {}] for source in inbound]] if inbound else []
    return entry


def convolution(name, filters, inbound=None, **more):
    return layer("Conv2D", name, inbound, filters=filters, kernel_size=[3, 3], strides=[1, 1],
                 padding="same", data_format="channels_last", dilation_rate=[1, 1],
                 activation="relu", use_bias=True, **ROUTINE, **more)


def dense(name, units, inbound=None):
    return layer("Dense", name, inbound, units=units, activation="softmax", use_bias=True,
                 **ROUTINE)


def write(path, config, parameters):
    with h5py.File(path, "w", track_order=False) as file:
        file.attrs["keras_version"] = np.bytes_("2.2.4")
        file.attrs["backend"] = np.bytes_("tensorflow")
        file.attrs["model_config"] = np.bytes_(json.dumps(config))
        root = file.create_group("model_weights")
        root.attrs["layer_names"] = np.array([np.bytes_(name) for name in parameters])
        for name, arrays in parameters.items():
            group = root.create_group(name)
            group.attrs["weight_names"] = np.array(
                [np.bytes_(f"{name}/{key}:0") for key in arrays])
            for key, array in arrays.items():
                group.create_dataset(f"{name}/{key}:0", data=array, track_times=False)


def same_convolution(x, kernel, bias):
    padded = np.pad(x, ((1, 1), (1, 1), (0, 0)))
    rows, columns = x.shape[:2]
    y = np.zeros((rows, columns, kernel.shape[3]))
    for r in range(rows):
        for c in range(columns):
            y[r, c] = np.tensordot(padded[r:r + 3, c:c + 3], kernel, 3) + bias
    return y


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def example(*shape):
    return ((np.arange(np.prod(shape)) * 37 % 101) / 100 - 0.5).astype("f4").reshape(shape)


# Sequential: convolution, batch normalization, pooling, dense.
kernel, bias = weights(3, 3, 1, 4), weights(4)
gamma, beta, mean, variance = weights(4), weights(4), weights(4), np.abs(weights(4)) + 0.1
final, offset = weights(64, 3), weights(3)
write(
    "sequential.h5",
    {"class_name": "Sequential", "config": {"name": "sequential", "layers": [
        convolution("conv", 4, batch_input_shape=[None, 8, 8, 1], dtype="float32"),
        layer("BatchNormalization", "norm", axis=-1, momentum=0.99, epsilon=0.001, center=True,
              scale=True, beta_initializer=ZEROS, gamma_initializer=ONES,
              moving_mean_initializer=ZEROS, moving_variance_initializer=ONES,
              beta_regularizer=None, gamma_regularizer=None, beta_constraint=None,
              gamma_constraint=None),
        layer("MaxPooling2D", "pool", pool_size=[2, 2], padding="valid", strides=[2, 2],
              data_format="channels_last"),
        layer("Flatten", "flat"),
        dense("answer", 3)]}},
    {"conv": {"kernel": kernel, "bias": bias},
     "norm": {"gamma": gamma, "beta": beta, "moving_mean": mean, "moving_variance": variance},
     "pool": {}, "flat": {}, "answer": {"kernel": final, "bias": offset}})
x = np.maximum(same_convolution(example(8, 8, 1), kernel, bias), 0)
x = (x - mean) / np.sqrt(variance + 0.001) * gamma + beta
x = x.reshape(4, 2, 4, 2, 4).max(axis=(1, 3))
print("sequential", softmax(x.reshape(-1) @ final + offset))

# Functional: a convolution and a way around it.
kernel, bias = weights(3, 3, 2, 2), weights(2)
final, offset = weights(128, 3), weights(3)
write(
    "functional.h5",
    {"class_name": "Model", "config": {"name": "functional", "layers": [
        layer("InputLayer", "picture", [], batch_input_shape=[None, 8, 8, 2], dtype="float32",
              sparse=False),
        convolution("conv", 2, ["picture"]),
        layer("Add", "sum", ["conv", "picture"]),
        layer("Flatten", "flat", ["sum"]),
        dense("answer", 3, ["flat"])],
        "input_layers": [["picture", 0, 0]], "output_layers": [["answer", 0, 0]]}},
    {"picture": {}, "conv": {"kernel": kernel, "bias": bias}, "sum": {}, "flat": {},
     "answer": {"kernel": final, "bias": offset}})
picture = example(8, 8, 2)
x = np.maximum(same_convolution(picture, kernel, bias), 0) + picture
print("functional", softmax(x.reshape(-1) @ final + offset))
