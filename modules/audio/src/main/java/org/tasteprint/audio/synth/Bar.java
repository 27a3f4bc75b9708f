package org.tasteprint.audio.synth;

/**
 * A bar of a song that is being written.
 *
 * @param section    what it is part of
 * @param inSection  its number in the section, from 0
 * @param beat       where it begins, in beats from the beginning of the song
 * @param beats      its length
 * @param chord      its harmony
 * @param next       the harmony of the bar after it
 */
record Bar(Section section, int inSection, double beat, int beats, Chord chord, Chord next) {
    boolean lastOfSection() {
        return inSection == section.bars() - 1;
    }

    /** Sixteenths in the bar. */
    int steps() {
        return 4 * beats;
    }

    /** The sign of a pattern for a sixteenth of this bar; a pattern longer than a bar goes on in the next. */
    char sign(String pattern, int step) {
        return pattern.charAt((inSection * steps() + step) % pattern.length());
    }
}
