package org.tasteprint.backbone;

import java.util.Arrays;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.synth.Note;
import org.tasteprint.audio.synth.Part;
import org.tasteprint.audio.synth.Song;

/** Which tags are true in each stretch of {@value #FRAMES} log-mel frames of a performance. */
final class TagTimeline {
    /** 0.256 s. */
    static final int FRAMES = 16;

    private static final double SECONDS = (double) FRAMES * LogMel.HOP_SAMPLES / LogMel.SAMPLE_RATE_HZ;

    private TagTimeline() {}

    /** @return a {@linkplain Tags set of tags} a stretch */
    static long[] of(Performance performance, int stretches) {
        Song song = performance.song();
        long[] sets = new long[stretches];
        Arrays.fill(sets, Tags.of(song, performance.inStyle()));
        double secondsPerBeat = 60.0 / song.tempoBpm();
        for (double begin = 0; begin * secondsPerBeat < stretches * SECONDS; begin += song.beats()) {
            for (Part part : song.parts()) {
                long sounding = Tags.of(part.instrument());
                for (Note note : part.notes()) {
                    double start = (begin + note.beat()) * secondsPerBeat;
                    int last = (int) ((start + note.beats() * secondsPerBeat) / SECONDS);
                    for (int i = (int) (start / SECONDS); i <= last && i < stretches; i++) {
                        sets[i] |= sounding;
                    }
                }
            }
        }
        return sets;
    }

    /** What is true of a window: every tag of the stretches that lie wholly in it. */
    static long during(long[] sets, int firstFrame, int frames) {
        long set = 0;
        for (int i = Math.ceilDiv(firstFrame, FRAMES); i < sets.length && (i + 1) * FRAMES <= firstFrame + frames; i++) {
            set |= sets[i];
        }
        return set;
    }
}
