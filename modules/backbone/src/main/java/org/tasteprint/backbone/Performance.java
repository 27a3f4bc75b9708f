package org.tasteprint.backbone;

import org.tasteprint.audio.synth.Song;

/**
 * A song as it is to be rendered.
 *
 * @param song    what is played
 * @param inStyle whether its instruments are those that its style has
 */
record Performance(Song song, boolean inStyle) {}
