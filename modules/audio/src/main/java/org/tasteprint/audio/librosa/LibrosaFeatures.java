package org.tasteprint.audio.librosa;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.audio.spectrum.FilterBank;
import org.tasteprint.audio.spectrum.MelFilters;
import org.tasteprint.audio.spectrum.RealFft;

/**
 * Computes librosa's features of a sound. What several of them need is computed once. Frames are 1024 samples apart, frame
 * {@code t} is centred on sample {@code 1024 t}, and there are {@code 1 + samples / 1024} of them: 646 in 30 seconds.
 *
 * <pre>{@code
 * Pcm sound = AudioFile.decode(file, LibrosaFeatures.SAMPLE_RATE_HZ);
 * Spectrogram chroma = LibrosaFeatures.of(sound, EnumSet.of(CHROMA_CENS)).get(CHROMA_CENS);
 * }</pre>
 */
public final class LibrosaFeatures {
    public static final int SAMPLE_RATE_HZ = 22_050;
    /** Samples from one frame to the next: 46 ms. */
    public static final int HOP_SAMPLES = 1024;
    /** Values that {@link #averaged} has. */
    public static final int AVERAGED_VALUES = 358;

    private static final int TUNING_HOP_SAMPLES = 512;
    private static final FilterBank MEL_FILTERS =
            MelFilters.slaney(LibrosaFeature.MEL.rows(), SAMPLE_RATE_HZ / 2.0, Stft.BINS, SAMPLE_RATE_HZ);

    private final float[] samples;
    private final Set<LibrosaFeature> wanted;
    private final int frames;
    private final Map<LibrosaFeature, Spectrogram> results = new EnumMap<>(LibrosaFeature.class);
    private final FilteredFrames mel;
    private final Tuning powerTuning = new Tuning();
    private final Tuning magnitudeTuning = new Tuning();

    private LibrosaFeatures(float[] samples, Set<LibrosaFeature> wanted) {
        this.samples = samples;
        this.wanted = wanted;
        this.frames = Stft.frames(samples.length, HOP_SAMPLES);
        this.mel = new FilteredFrames(MEL_FILTERS, frames);
    }

    /**
     * Computes features.
     *
     * @param wanted which; none is computed that is not wanted
     * @return for each wanted feature its values, {@code float[frames][rows]}. Sound without samples has no frames
     * @throws IllegalArgumentException when the sound is not at {@link #SAMPLE_RATE_HZ}
     */
    public static Map<LibrosaFeature, Spectrogram> of(Pcm pcm, Set<LibrosaFeature> wanted) {
        requireNonNull(wanted, "wanted is null");
        if (pcm.sampleRateHz() != SAMPLE_RATE_HZ) {
            throw new IllegalArgumentException(
                    "sampleRateHz must be %d; sampleRateHz=%d".formatted(SAMPLE_RATE_HZ, pcm.sampleRateHz()));
        }
        LibrosaFeatures features = new LibrosaFeatures(pcm.samples(), wanted);
        if (features.frames == 0) {
            wanted.forEach(feature -> features.results.put(feature, new Spectrogram(0, feature.rows(), new float[0])));
        } else {
            features.compute();
        }
        return features.results;
    }

    /**
     * The means over time of all nine features, side by side in the order of {@link LibrosaFeature}: the 358 values of Ghosal and
     * Kolekar's averaged vector (their paper says 342, but its list of features adds up to 358).
     *
     * @param features all nine, with at least one frame each
     * @return {@code float[358]}
     */
    public static float[] averaged(Map<LibrosaFeature, Spectrogram> features) {
        float[] averaged = new float[AVERAGED_VALUES];
        int next = 0;
        for (LibrosaFeature feature : LibrosaFeature.values()) {
            Spectrogram values = features.get(feature);
            if (values == null || values.frames() == 0) {
                throw new IllegalArgumentException("features has no frames of " + feature.label());
            }
            for (int row = 0; row < values.bands(); row++) {
                double sum = 0;
                for (int frame = 0; frame < values.frames(); frame++) {
                    sum += values.values()[frame * values.bands() + row];
                }
                averaged[next++] = (float) (sum / values.frames());
            }
        }
        return averaged;
    }

    private void compute() {
        boolean ofConstantQ = wants(LibrosaFeature.CHROMA_CQT, LibrosaFeature.CHROMA_CENS, LibrosaFeature.TONNETZ);
        boolean ofDecibels = wants(
                LibrosaFeature.MFCC, LibrosaFeature.MFCC_DELTA, LibrosaFeature.MFCC_DELTA2, LibrosaFeature.TEMPOGRAM);
        boolean ofMel = ofDecibels || wants(LibrosaFeature.MEL);
        boolean ofStft = wants(LibrosaFeature.CHROMA_STFT);
        walk(ofMel, ofStft, ofConstantQ);
        if (ofStft) {
            put(LibrosaFeature.CHROMA_STFT, chromaStft());
        }
        if (ofMel) {
            put(LibrosaFeature.MEL, mel.rows());
        }
        if (ofDecibels) {
            putDecibelFeatures();
        }
        if (ofConstantQ) {
            putConstantQFeatures();
        }
    }

    private boolean wants(LibrosaFeature... any) {
        for (LibrosaFeature feature : any) {
            if (wanted.contains(feature)) {
                return true;
            }
        }
        return false;
    }

    /** Goes through the spectra once for all who look at them. The constant-Q transform's tuning looks at twice as many. */
    private void walk(boolean ofMel, boolean ofStft, boolean ofConstantQ) {
        float[] magnitudes = new float[Stft.BINS];
        float[] power = new float[Stft.BINS];
        int hop = ofConstantQ ? TUNING_HOP_SAMPLES : HOP_SAMPLES;
        int steps = Stft.frames(samples.length, hop);
        try (Stft stft = new Stft(samples)) {
            for (int step = 0; step < steps; step++) {
                int centre = step * hop;
                stft.magnitudes(centre, magnitudes);
                if (ofConstantQ) {
                    magnitudeTuning.add(magnitudes);
                }
                if (centre % HOP_SAMPLES == 0) {
                    square(magnitudes, power);
                    if (ofStft) {
                        powerTuning.add(power);
                    }
                    if (ofMel) {
                        mel.add(power);
                    }
                }
            }
        }
    }

    private static void square(float[] magnitudes, float[] power) {
        for (int bin = 0; bin < magnitudes.length; bin++) {
            power[bin] = magnitudes[bin] * magnitudes[bin];
        }
    }

    /**
     * Its filters depend on the tuning of the whole, so the spectra are taken a second time, which is cheaper than keeping
     * them. They need not be as exact as for counting peaks.
     */
    private float[][] chromaStft() {
        FilteredFrames chroma = new FilteredFrames(ChromaFilters.of(powerTuning.estimate(Chroma.CLASSES)), frames);
        float[] frame = new float[Stft.WINDOW_SAMPLES];
        float[] power = new float[Stft.BINS];
        try (RealFft fft = new RealFft(Stft.WINDOW_SAMPLES)) {
            for (int t = 0; t < frames; t++) {
                Stft.cut(samples, t * HOP_SAMPLES, frame);
                fft.power(frame, power);
                chroma.add(power);
            }
        }
        return FrameNorm.MAXIMUM.normalised(chroma.rows());
    }

    private void putDecibelFeatures() {
        float[][] decibels = Decibels.ofPower(mel.rows());
        if (wants(LibrosaFeature.TEMPOGRAM)) {
            put(LibrosaFeature.TEMPOGRAM, Tempogram.of(Tempogram.onsetStrength(decibels)));
        }
        if (wants(LibrosaFeature.MFCC, LibrosaFeature.MFCC_DELTA, LibrosaFeature.MFCC_DELTA2)) {
            float[][] mfcc = Cepstrum.mfcc(decibels);
            put(LibrosaFeature.MFCC, mfcc);
            put(LibrosaFeature.MFCC_DELTA, Cepstrum.delta(mfcc, 1));
            put(LibrosaFeature.MFCC_DELTA2, Cepstrum.delta(mfcc, 2));
        }
    }

    private void putConstantQFeatures() {
        double tuning = magnitudeTuning.estimate(ConstantQFilters.BINS_PER_OCTAVE);
        float[][] strengths = Chroma.fold(ConstantQ.magnitudes(samples, tuning));
        float[][] chroma = FrameNorm.MAXIMUM.normalised(strengths);
        put(LibrosaFeature.CHROMA_CQT, chroma);
        put(LibrosaFeature.CHROMA_CENS, Chroma.cens(strengths));
        put(LibrosaFeature.TONNETZ, Chroma.tonnetz(chroma));
    }

    /** Keeps a feature that is wanted, turned so that a frame's values are neighbours. */
    private void put(LibrosaFeature feature, float[][] rows) {
        if (wanted.contains(feature)) {
            float[] values = new float[Math.multiplyExact(frames, rows.length)];
            for (int row = 0; row < rows.length; row++) {
                for (int frame = 0; frame < frames; frame++) {
                    values[frame * rows.length + row] = rows[row][frame];
                }
            }
            results.put(feature, new Spectrogram(frames, rows.length, values));
        }
    }
}
