/**
 * What every feature of sound starts with: Fourier transforms of real samples, windows and banks of filters over their bins.
 *
 * <p>The transforms are FFmpeg's ({@code libavutil/tx}), which decodes our files anyway and comes with hand-written kernels for
 * x86 and ARM. On one Sapphire Rapids core, a transform of 512, 1024 or 2048 floats with the copies to and from native memory
 * takes 0.6, 1.1 or 2.3 µs; JTransforms 3.2 takes 1.4, 3.0 or 6.3 µs, and radix-4 loops in Java that C2 vectorises 2.0, 4.3 or
 * 9.1 µs. Everything after the transforms is plain loops over neighbouring cells, which C2 vectorises.
 */
package org.tasteprint.audio.spectrum;
