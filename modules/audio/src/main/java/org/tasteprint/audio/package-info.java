/**
 * Sound files to samples, tags and log-mel spectrograms. {@link org.tasteprint.audio.AudioFile} decodes whatever FFmpeg can read to
 * mono at the rate asked for, and {@link org.tasteprint.audio.LogMel} computes what the musicnn networks see.
 *
 * <h2>Files from strangers</h2>
 *
 * <p>FFmpeg's libraries run inside this process: no worker processes. That is fast (a worker would cost as much to start as a
 * song to decode), needs nothing installed, and is taken for now because what goes wrong in practice is caught: of the odd and broken
 * files we test with, none crashes the decoder. Its limits are these:
 *
 * <ul>
 *   <li>A file has two minutes, from opening to the last sample. The clock is looked at between packets and whenever the
 *       file is read, so a single packet cannot be interrupted. A file that runs out of time is given up, not tried again.
 *   <li>Formats that make FFmpeg open other files or addresses (playlists, numbered pictures, network sessions) are
 *       switched off, and so is every protocol but plain files: a stranger's file cannot choose what is read.
 *   <li>Memory follows the sound decoded, never the length that a header claims: at 16 kHz about 4 MB a minute. How long a file
 *       may be is the caller's to decide.
 *   <li>A defect in a native decoder that ends in a crash ends this process with it. A server that takes uploads from people
 *       it does not trust should run under a supervisor that starts it again.
 * </ul>
 *
 * <p>FFmpeg's own messages go nowhere: what a person needs to know is in {@link org.tasteprint.audio.AudioException}.
 */
package org.tasteprint.audio;
