package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.features.Granularity;
import org.tasteprint.core.Track;
import org.tasteprint.genre.classifier.Cnn;
import org.tasteprint.genre.classifier.Fitting;
import org.tasteprint.genre.classifier.LearningCurve;
import org.tasteprint.genre.classifier.ReductionSettings.Pca;
import org.tasteprint.genre.decision.SongDecision;
import org.tasteprint.nets.sequence.FrameNetwork;
import org.tasteprint.nets.sequence.FrameNetwork.Pooling;

/** Networks over frames, on songs of which one genre beats and the other hums. */
class FrameNetworkModelTest {
    private static final int BANDS = 3;
    private static final List<Track> TRACKS = new ArrayList<>();
    private static FeatureSource source;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeSongs() {
        Random random = new Random(3);
        List<String> ids = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        for (int song = 0; song < 24; song++) {
            boolean beats = song % 2 == 0;
            String id = (beats ? "beat" : "hum") + song;
            TRACKS.add(new Track(id, "", "artist " + song / 4, id, "", 0, beats ? "beat" : "hum", song < 18 ? "train" : "test"));
            // Some are shorter than the network's half minute.
            int frames = song % 3 == 0 ? 300 : FrameNetwork.FRAMES;
            for (int frame = 0; frame < frames; frame++) {
                ids.add(id);
                for (int band = 0; band < BANDS; band++) {
                    float level = beats && frame % 8 == 0 ? 3 : beats ? 0 : 0.4f;
                    values.add((float) (level + 0.3 * random.nextGaussian()));
                }
            }
        }
        float[] flat = new float[values.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values.get(i);
        }
        source = new Selected(Map.of("rhythm", new FeatureMatrix("rhythm", BANDS, ids, flat)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void learnsFromFramesAndSaysTheSameAfterSavingAndLoading(boolean recurrent) {
        GenreSettings settings = settings(new Cnn(Pooling.MAX, recurrent, recurrent ? 2 : 6, 6, 0.01));
        GenreModel model = new GenreTrainer(source, PretrainedNetworks.NONE).train(TRACKS, settings, Progress.SILENT);
        LearningCurve curve = model.learningCurve().orElseThrow();
        assertThat(curve.epochs().getLast().training()).isLessThan(curve.epochs().getFirst().training());
        Path file = folder.resolve("genre.safetensors");
        model.save(file);
        GenreModel loaded = GenreModel.load(file);
        assertThat(loaded.provenance().parameters()).containsEntry("classifier", recurrent ? "cnn-lstm" : "cnn");
        for (Track track : TRACKS.subList(18, 24)) {
            Map<String, FeatureMatrix> features = Map.of("rhythm", source.features("rhythm", List.of(track.id()), Set.of()));
            Classification said = loaded.classify(features);
            assertThat(said).isEqualTo(model.classify(features));
            if (!recurrent) { // An LSTM over half a minute needs more epochs than a test has time for.
                assertThat(said.genre()).isEqualTo(track.genre());
            }
        }
    }

    @Test
    void songsAreCutIntoHalfMinutesFromBeginningToEndAndShortOnesPlayedAgain() {
        int length = FrameNetwork.FRAMES;
        FeatureMatrix windows = FrameWindows.of(ramp("clock", 1600));
        assertThat(windows.rows()).isEqualTo(2);
        assertThat(windows.row(0)).startsWith(0, 1).endsWith(length - 1);
        assertThat(windows.row(1)).startsWith(1600 - length).endsWith(1599);
        FeatureMatrix again = FrameWindows.of(ramp("clock", 400));
        assertThat(again.rows()).isEqualTo(1);
        assertThat(again.row(0)).startsWith(0, 1).endsWith(244, 245);
        FeatureMatrix decibels = FrameWindows.of(new FeatureMatrix("mel128", 1, List.of("a", "a"), new float[] {0.01f, 0}));
        assertThat(decibels.row(0)[0]).isCloseTo(-20, within(1e-4f));
        assertThat(decibels.row(0)[1]).isCloseTo(-100, within(1e-4f));
    }

    @Test
    void takesOneFeature() {
        assertThatThrownBy(() -> new GenreSettings(
                        List.of("mel128", "mfcc"), Map.of(), Granularity.SEGMENT, Cnn.of(Pooling.MAX, false, 1), Fitting.DEFAULT, new Pca(0), SongDecision.DEFAULT, 0, "3s", ""))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("takes one feature");
    }

    private static GenreSettings settings(Cnn network) {
        return new GenreSettings(
                List.of("rhythm"), Map.of(), Granularity.SEGMENT, network, Fitting.DEFAULT, new Pca(0), SongDecision.DEFAULT, 1, "3s", "train");
    }

    private static FeatureMatrix ramp(String feature, int frames) {
        float[] ramp = new float[frames];
        for (int i = 0; i < frames; i++) {
            ramp[i] = i;
        }
        return new FeatureMatrix(feature, 1, Collections.nCopies(frames, "a"), ramp);
    }
}
