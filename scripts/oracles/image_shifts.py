#!/usr/bin/env python3
"""Writes what the corruptions without chance in them make of two images.

Usage: image_shifts.py FILE   (datasets/src/test/resources/.../shift/image/deterministic-shifts.json)

The formulas of Hendrycks and Dietterich's programs with their constants for small images (CIFAR-10-C), computed by
NumPy, SciPy and Pillow: Debian's python3-numpy, python3-scipy, python3-pil. Values are rounded where the programs cut
them off.
"""
import base64
import colorsys
import io
import json
import sys

import numpy as np
from PIL import Image
from scipy import ndimage

BRIGHTNESS = [0.05, 0.1, 0.15, 0.2, 0.3]
CONTRAST = [0.75, 0.5, 0.4, 0.3, 0.15]
DEFOCUS = [(0.3, 0.4), (0.4, 0.5), (0.5, 0.6), (1, 0.2), (1.5, 0.1)]
ZOOM = [1.06, 1.11, 1.16, 1.21, 1.26]
PIXELATE = [0.95, 0.9, 0.85, 0.75, 0.65]
JPEG = [80, 65, 58, 50, 40]


def to_bytes(x):
    return np.floor(np.clip(x, 0, 1) * 255 + 0.5).astype(np.uint8)


def brightness(x, severity):
    more = BRIGHTNESS[severity - 1]
    if x.shape[2] == 1:
        return np.clip(x + more, 0, 1)
    result = np.empty_like(x)
    for y in range(x.shape[0]):
        for column in range(x.shape[1]):
            hue, saturation, value = colorsys.rgb_to_hsv(*x[y, column])
            result[y, column] = colorsys.hsv_to_rgb(hue, saturation, min(value + more, 1))
    return result


def contrast(x, severity):
    mean = x.mean(axis=(0, 1), keepdims=True)
    return (x - mean) * CONTRAST[severity - 1] + mean


def disk(radius, alias):
    line = np.arange(-8, 9)
    across, down = np.meshgrid(line, line)
    inside = (across ** 2 + down ** 2 <= radius ** 2).astype(float)
    inside /= inside.sum()
    edge = np.exp(-0.5 * np.array([-1, 0, 1.0]) ** 2 / alias ** 2)
    edge /= edge.sum()
    inside = ndimage.correlate1d(inside, edge, axis=0, mode='mirror')
    return ndimage.correlate1d(inside, edge, axis=1, mode='mirror')


def defocus_blur(x, severity):
    kernel = disk(*DEFOCUS[severity - 1])
    return np.stack([ndimage.correlate(x[:, :, c], kernel, mode='mirror') for c in range(x.shape[2])], axis=2)


def clipped(x, axis, factor):
    length = x.shape[axis]
    cropped = int(np.ceil(length / factor))
    top = (length - cropped) // 2
    x = np.take(x, range(top, top + cropped), axis=axis)
    x = ndimage.zoom(x, [factor if a == axis else 1 for a in range(3)], order=1)
    trim = (x.shape[axis] - length) // 2
    return np.take(x, range(trim, trim + length), axis=axis)


def zoom_blur(x, severity):
    factors = np.arange(1, ZOOM[severity - 1], 0.01)
    total = x.copy()
    for factor in factors:
        total += clipped(clipped(x, 0, factor), 1, factor)
    return total / (len(factors) + 1)


def image(x):
    x = to_bytes(x)
    return Image.fromarray(x[:, :, 0] if x.shape[2] == 1 else x)


def from_image(picture, shape):
    return np.asarray(picture, dtype=float).reshape(shape) / 255


def pixelate(x, severity):
    height, width, _ = x.shape
    share = PIXELATE[severity - 1]
    small = image(x).resize((int(width * share), int(height * share)), Image.BOX)
    return from_image(small.resize((width, height), Image.BOX), x.shape)


def jpeg_compression(x, severity):
    stored = io.BytesIO()
    image(x).save(stored, 'JPEG', quality=JPEG[severity - 1])
    return from_image(Image.open(stored), x.shape)


def drawn(height, width, channels):
    y, x, c = np.meshgrid(np.arange(height), np.arange(width), np.arange(channels), indexing='ij')
    smooth = 0.5 + 0.4 * np.sin(x / 3 + c) * np.cos(y / 4 - c / 2)
    edges = ((x // 5 + y // 7 + c) % 3 == 0) * 0.3
    return to_bytes(smooth - edges)


def text(pixels):
    return base64.b64encode(pixels.tobytes()).decode()


def main():
    shifts = [brightness, contrast, defocus_blur, zoom_blur, pixelate, jpeg_compression]
    cases = []
    for height, width, channels in [(28, 28, 1), (20, 17, 3)]:
        pixels = drawn(height, width, channels)
        results = [
            {'shift': shift.__name__.replace('_', '-'), 'severity': severity,
             'pixels': text(to_bytes(shift(pixels / 255, severity)))}
            for shift in shifts for severity in range(1, 6)]
        cases.append({'height': height, 'width': width, 'channels': channels, 'pixels': text(pixels),
                      'results': results})
    with open(sys.argv[1], 'w', encoding='utf-8') as file:
        json.dump(cases, file, indent=1)
        file.write('\n')


if __name__ == '__main__':
    main()
