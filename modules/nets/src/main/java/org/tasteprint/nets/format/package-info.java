/**
 * Files of numbers: arrays ({@code .npy}), named tensors ({@code .safetensors}) and the weights that other frameworks wrote.
 * Readers check before they allocate: a damaged header gives an error, never a huge array.
 */
package org.tasteprint.nets.format;
