package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.List;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.features.Hop;
import org.tasteprint.nets.Patches;

/** Turns the frames of log-mel spectrograms into the patches of 187 frames that a network hears. */
final class LogMelPatches {
    private LogMelPatches() {}

    /**
     * The full patches of each track.
     *
     * @param frames rows are frames; those of a track follow one another
     * @return a row is a patch, float[187][bands] row after row; tracks shorter than a patch have none
     */
    static FeatureMatrix of(FeatureMatrix frames, Hop hop) {
        int length = Patches.FRAMES * frames.dimensions();
        List<Integer> starts = new ArrayList<>();
        List<String> tracks = new ArrayList<>();
        for (int start = 0, end = 1; start < frames.rows(); end++) {
            if (end == frames.rows() || !frames.trackIds().get(end).equals(frames.trackIds().get(start))) {
                for (int from = start; from + Patches.FRAMES <= end; from += hop.frames()) {
                    starts.add(from);
                    tracks.add(frames.trackIds().get(start));
                }
                start = end;
            }
        }
        float[] patches = new float[Math.multiplyExact(starts.size(), length)];
        for (int patch = 0; patch < starts.size(); patch++) {
            System.arraycopy(frames.values(), starts.get(patch) * frames.dimensions(), patches, patch * length, length);
        }
        return new FeatureMatrix(frames.feature(), length, tracks, patches);
    }
}
