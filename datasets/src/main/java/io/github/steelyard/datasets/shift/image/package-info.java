/**
 * Shifts of images {@code [height, width, channels]} of uint8, grey or in colour: the fifteen
 * corruptions of Hendrycks and Dietterich 2019 ("Benchmarking Neural Network Robustness to Common
 * Corruptions and Perturbations"), and turning, moving, scaling, inverting. Severities are those of
 * the published ImageNet-C for images whose shorter side is above 64 pixels and those of the
 * published CIFAR-10-C for smaller ones. Values are rounded to the next of 0..255 where the
 * published programs cut them off.
 */
@NullMarked
package io.github.steelyard.datasets.shift.image;

import org.jspecify.annotations.NullMarked;
