package org.tasteprint.cli.demo;

import java.time.Duration;
import org.tasteprint.audio.synth.Song;

/**
 * A track of the synthetic catalogue.
 *
 * @param id         unique, and the name of its file
 * @param artist     who made it
 * @param title      name of the piece
 * @param album      name of the album
 * @param year       of release
 * @param split      of its artist
 * @param song       what it sounds like
 * @param playing    how long its file is
 * @param popularity how much it is played whatever one's taste, about normal
 */
record DemoTrack(
        String id,
        String artist,
        String title,
        String album,
        int year,
        String split,
        Song song,
        Duration playing,
        double popularity) {
    /** Path relative to the dataset folder. */
    String path() {
        return "audio/" + id + ".wav";
    }
}
