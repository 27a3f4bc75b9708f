package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.List;
import org.tasteprint.audio.librosa.LibrosaFeature;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.nets.sequence.FrameNetwork;

/**
 * Cuts frames into the half minutes that a {@link FrameNetwork} takes: as many as come nearest to the length of the song, spread
 * evenly from its beginning to its end. A song that is shorter is played again until half a minute is full. Powers
 * ({@code mel128}) are given in decibels, as ears have them.
 */
final class FrameWindows {
    /** Below this power there is silence: -100 dB. */
    private static final double LEAST_POWER = 1e-10;

    private FrameWindows() {}

    /**
     * The windows of each track.
     *
     * @param frames rows are frames; those of a track follow one another
     * @return a row is a window, float[646][bands] row after row; every track has one at least
     */
    static FeatureMatrix of(FeatureMatrix frames) {
        int bands = frames.dimensions();
        int length = FrameNetwork.FRAMES;
        List<int[]> windows = new ArrayList<>();
        List<String> tracks = new ArrayList<>();
        for (int start = 0, end = 1; start < frames.rows(); end++) {
            if (end == frames.rows() || !frames.trackIds().get(end).equals(frames.trackIds().get(start))) {
                int count = Math.max(1, Math.round((float) (end - start) / length));
                int room = Math.max(0, end - start - length);
                for (int window = 0; window < count; window++) {
                    int from = count == 1 ? room / 2 : (int) ((long) room * window / (count - 1));
                    windows.add(new int[] {start, end - start, from});
                    tracks.add(frames.trackIds().get(start));
                }
                start = end;
            }
        }
        float[] values = new float[Math.multiplyExact(windows.size(), length * bands)];
        for (int w = 0; w < windows.size(); w++) {
            int[] window = windows.get(w);
            for (int frame = 0; frame < length; frame++) {
                int row = window[0] + (window[2] + frame) % window[1];
                System.arraycopy(frames.values(), row * bands, values, (w * length + frame) * bands, bands);
            }
        }
        if (frames.feature().equals(LibrosaFeature.MEL.label())) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (10 * Math.log10(Math.max(LEAST_POWER, values[i])));
            }
        }
        return new FeatureMatrix(frames.feature(), length * bands, tracks, values);
    }
}
