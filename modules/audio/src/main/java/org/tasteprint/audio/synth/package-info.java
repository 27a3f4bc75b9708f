/**
 * Music made in-process, for a catalogue that needs no data and for networks that need known tags.
 *
 * <p>{@link org.tasteprint.audio.synth.Composer} writes a {@link org.tasteprint.audio.synth.Song} in a
 * {@link org.tasteprint.audio.synth.Style}, {@link org.tasteprint.audio.synth.Renderer} plays it, and
 * {@link org.tasteprint.audio.synth.WavFile} keeps it. Everything is computed: there are no samples, and one seed gives the same
 * bytes on every machine (only {@link StrictMath}, additions and multiplications touch a sample).
 */
package org.tasteprint.audio.synth;
