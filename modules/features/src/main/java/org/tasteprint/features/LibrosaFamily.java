package org.tasteprint.features;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.audio.librosa.LibrosaFeature;
import org.tasteprint.audio.librosa.LibrosaFeatures;
import org.tasteprint.core.FeatureMatrix;

/**
 * Features of sound at 22 050 Hz as librosa defines them: those of {@link LibrosaFeature}, a row for every frame of 46 ms, and
 * {@value FeatureNames#AVERAGED}, one row for the track. Needs 1 second of sound; of sound that lasts more than ten minutes, the middle ten
 * are taken, because constant-Q transforms and tunings look at all of it at once.
 */
final class LibrosaFamily implements FeatureFamily {
    /** Raised whenever decoding or a feature gives other numbers than before. */
    private static final int VERSION = 1;

    private static final int LEAST_SECONDS = 1;
    private static final Duration MOST = Duration.ofMinutes(10);

    private final Duration most;

    LibrosaFamily() {
        this(MOST);
    }

    /** @param most of longer sound, this much from its middle is looked at */
    LibrosaFamily(Duration most) {
        this.most = most;
    }

    @Override
    public Set<String> features() {
        Set<String> names = new TreeSet<>(Set.of(FeatureNames.AVERAGED));
        for (LibrosaFeature feature : LibrosaFeature.values()) {
            names.add(feature.label());
        }
        return names;
    }

    @Override
    public Rows rows(String feature) {
        return feature.equals(FeatureNames.AVERAGED) ? Rows.TRACK : Rows.FRAMES;
    }

    @Override
    public FeatureFolder.Recipe recipe(String feature) {
        return new FeatureFolder.Recipe(feature, VERSION, "");
    }

    @Override
    public void load(Set<String> features) {}

    @Override
    public Analysis begin(Recording recording, String trackId, Set<String> features, Hop hop) {
        return new WholeAnalysis<>(() -> compute(recording, trackId, features), matrices -> matrices);
    }

    private Map<String, FeatureMatrix> compute(Recording recording, String trackId, Set<String> features) {
        Pcm sound = recording.decodeMiddle(LibrosaFeatures.SAMPLE_RATE_HZ, most);
        double seconds = sound.samples().length / (double) LibrosaFeatures.SAMPLE_RATE_HZ;
        if (seconds < LEAST_SECONDS) {
            throw Refusal.tooShort(recording.file(), seconds, LEAST_SECONDS);
        }
        if (sound.peak() < FeatureExtractor.SILENCE_PEAK) {
            throw Refusal.silent(recording.file());
        }
        boolean averaged = features.contains(FeatureNames.AVERAGED);
        Set<LibrosaFeature> needed = EnumSet.allOf(LibrosaFeature.class);
        needed.removeIf(feature -> !averaged && !features.contains(feature.label()));
        Map<LibrosaFeature, Spectrogram> computed = LibrosaFeatures.of(sound, needed);
        Map<String, FeatureMatrix> matrices = new HashMap<>();
        for (String feature : features) {
            matrices.put(feature, LibrosaFeature.of(feature)
                    .map(computed::get)
                    .map(values -> new FeatureMatrix(
                            feature, values.bands(), Collections.nCopies(values.frames(), trackId), values.values()))
                    .orElseGet(() -> averaged(trackId, computed)));
        }
        return matrices;
    }

    private static FeatureMatrix averaged(String trackId, Map<LibrosaFeature, Spectrogram> computed) {
        float[] values = LibrosaFeatures.averaged(computed);
        return new FeatureMatrix(FeatureNames.AVERAGED, values.length, Collections.nCopies(1, trackId), values);
    }

    @Override
    public void close() {}
}
