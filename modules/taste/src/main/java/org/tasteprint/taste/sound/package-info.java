/**
 * What the tracks of an artist sound like, and where in the space of listeners such sound belongs, in closed form: sound is whitened
 * by what varies within artists, and a kernel ridge regression on the artists of the training carries it into the space of listeners'
 * directions. It stands beside the learned tower, and {@link org.tasteprint.taste.sound.Mix} adds the two.
 *
 * <p>Memory: d² floats of the whitening, d + k for each of at most a thousand artists, with d values a track and k personal
 * dimensions; nothing grows with listeners or tracks.
 */
package org.tasteprint.taste.sound;
