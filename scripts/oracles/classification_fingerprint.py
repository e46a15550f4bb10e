#!/usr/bin/env python3
"""The fingerprint of a small classification data set, by its definition and nothing else.

Usage:  scripts/oracles/classification_fingerprint.py

Prints the digits that LabelsIT expects. It follows version 2 of the preparation: SHA-256 over integers
of 8 bytes (big-endian), doubles as their bits, texts and bytes after their length, -1 for no text, and
lists before their length. A shard's digest covers each example's key, class, weight, cluster, slices and
input; the split's covers version, name, classes, type, shape, slices and the digests of its shards.
"""
import hashlib
import struct


class Digest:
    def __init__(self):
        self.sha = hashlib.sha256()

    def integer(self, value):
        self.sha.update(struct.pack(">q", value))
        return self

    def double(self, value):
        self.sha.update(struct.pack(">d", value))
        return self

    def data(self, value):
        self.integer(len(value))
        self.sha.update(value)
        return self

    def text(self, value):
        return self.integer(-1) if value is None else self.data(value.encode())

    def texts(self, values):
        for value in values:
            self.text(value)
        return self.integer(len(values))


shard = Digest()
for key, label, weight, site, feature in [("a", 1, 2.0, "north", 1.5), ("b", 0, 0.5, None, -2.0)]:
    shard.text(key).integer(label).double(weight).text(None).text(site)
    shard.data(struct.pack("<f", feature))
split = Digest().integer(2).text("test").texts(["red", "green", "blue"])
split.text("FLOAT32").text("[1]").texts(["site"]).data(shard.sha.digest())
print(split.sha.hexdigest())
