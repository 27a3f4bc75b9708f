/**
 * What the networks of Keunwoo Choi and colleagues hear: mel spectra in decibels of sound at 12 kHz, in the two ways in which
 * they were trained. {@link org.tasteprint.audio.choi.ChoiDecibels} computes both.
 */
package org.tasteprint.audio.choi;
