package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.classifier.FineTuned;
import org.tasteprint.genre.classifier.LearningCurve;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.musicnn.MusicnnBlock;
import org.tasteprint.nets.musicnn.MusicnnWidths;

/** Fine-tuning of a small network on songs whose genre is the register that they sound in. */
class FineTuningTest {
    private static final String NETWORK = "musicnn-small";
    private static final MusicnnWidths WIDTHS = new MusicnnWidths(6, 3, 5, 64, 4);
    private static final List<String> GENRES = List.of("high", "low");
    private static final int SONGS_OF_A_GENRE = 12;
    private static final int SEGMENTS = 3;

    private static Map<String, Tensor> pretrained;
    private static List<Track> tracks;
    private static FeatureSource source;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeSongs() {
        MusicnnBlock block = new MusicnnBlock(WIDTHS);
        try (NDManager manager = PyTorch.newManager()) {
            Towers.initialise(block, manager, new Shape(1, 1, Patches.FRAMES, Patches.BANDS), 1);
            pretrained = Towers.parameters(block);
        }
        Random random = new Random(5);
        tracks = new ArrayList<>();
        List<Float> logMel = new ArrayList<>();
        List<String> frames = new ArrayList<>();
        for (String genre : GENRES) {
            for (int song = 0; song < SONGS_OF_A_GENRE; song++) {
                String id = genre + song;
                tracks.add(new Track(id, "", "artist " + genre + song / 2, id, "", 0, genre, song % 4 == 3 ? "test" : "train"));
                int band = (genre.equals("low") ? 5 : 60) + random.nextInt(25);
                for (int frame = 0; frame < SEGMENTS * Patches.FRAMES + 50; frame++) {
                    frames.add(id);
                    for (int b = 0; b < Patches.BANDS; b++) {
                        logMel.add(Math.abs(b - band) < 4 ? 4 : random.nextFloat());
                    }
                }
            }
        }
        FeatureMatrix spectrograms = new FeatureMatrix("logmel", Patches.BANDS, frames, floats(logMel));
        FeatureMatrix patches = LogMelPatches.of(spectrograms, Hop.THREE_SECONDS);
        try (Musicnn network = Musicnn.of(pretrained)) {
            var heard = network.analyse(Patches.separate(patches.values(), patches.rows()));
            Map<String, FeatureMatrix> features = new HashMap<>();
            features.put("logmel", spectrograms);
            features.put(NETWORK, new FeatureMatrix(NETWORK, WIDTHS.pooled(), patches.trackIds(), heard.maxPool()));
            features.put(NETWORK + "-mean", new FeatureMatrix(NETWORK + "-mean", WIDTHS.pooled(), patches.trackIds(), heard.meanPool()));
            features.put(
                    NETWORK + "-penultimate",
                    new FeatureMatrix(NETWORK + "-penultimate", WIDTHS.dense(), patches.trackIds(), heard.penultimate()));
            source = new Selected(features);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 60, 0.02, 04", "1, 20, 0.01, 03 04", "2, 4, 0.001, 02 03 04", "3, 3, 0.001, 01 02 03 04"})
    void trainsTheStagesThatAreUnfrozenAndLearnsTheGenres(int unfreeze, int epochs, double rate, String trained) {
        GenreSettings settings = settings(unfreeze, epochs, rate);
        GenreModel model = trainer().train(tracks, settings, Progress.SILENT);

        if (unfreeze < 2) { // The statistics of stages that nothing has trained need more steps than a test has time for.
            assertThat(accuracy(model)).isGreaterThan(0.8);
        }
        Map<String, Tensor> tensors = model.classifier().tensors();
        Set<String> changed = pretrained.keySet().stream()
                .filter(name -> !pretrained.get(name).equals(tensors.get("classifier." + name)))
                .map(name -> name.substring(0, 2))
                .collect(Collectors.toSet());
        assertThat(changed).containsExactlyInAnyOrder(trained.split(" "));
        LearningCurve curve = model.learningCurve().orElseThrow();
        assertThat(curve.epochs().getLast().training()).isLessThan(curve.epochs().getFirst().training());
        assertThat(curve.epochs().get(curve.best()).validation().orElseThrow())
                .isEqualTo(curve.epochs().stream().mapToDouble(epoch -> epoch.validation().orElseThrow()).min().orElseThrow());
    }

    @Test
    void saysTheSameAfterSavingAndLoading() {
        GenreModel model = trainer().train(tracks, settings(1, 2, 0.01), Progress.SILENT);
        Path file = folder.resolve("genre.safetensors");
        model.save(file);

        GenreModel loaded = GenreModel.load(file);

        assertThat(loaded.settings()).isEqualTo(model.settings());
        assertThat(loaded.learningCurve()).isEqualTo(model.learningCurve());
        assertThat(loaded.provenance().parameters()).containsEntry("network", NETWORK).containsEntry("unfreeze", "1");
        for (Track track : tracks) {
            assertThat(loaded.classify(featuresOf(track, model))).isEqualTo(model.classify(featuresOf(track, model)));
        }
    }

    @Test
    void isTheSameForTheSameSeed() {
        GenreModel one = trainer().train(tracks, settings(0, 3, 0.01), Progress.SILENT);
        GenreModel two = trainer().train(tracks, settings(0, 3, 0.01), Progress.SILENT);
        assertThat(two.learningCurve()).isEqualTo(one.learningCurve());
        assertThat(two.provenance().dataHash()).isEqualTo(one.provenance().dataHash());
    }

    @Test
    void stopsWhenSongsHeldOutGainNothing() {
        FineTuned hasty = new FineTuned(NETWORK, 0, 60, 2, 0.5);
        GenreModel model = trainer().train(tracks, GenreSettings.of(hasty), Progress.SILENT);
        LearningCurve curve = model.learningCurve().orElseThrow();
        assertThat(curve.epochs().size()).isLessThan(60).isEqualTo(curve.best() + 1 + 2);
    }

    @Test
    void saysWhichFeatureToExtract() {
        FeatureSource empty = (feature, ids, training) -> new FeatureMatrix(feature, 1, List.of(), new float[0]);
        assertThatThrownBy(() -> new GenreTrainer(empty, network -> pretrained)
                        .train(tracks, settings(0, 1, 0.01), Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("Run ./tasteprint extract --features musicnn-small-penultimate");
    }

    @Test
    void patchesAreFullAndAHopApart() {
        FeatureMatrix frames = new FeatureMatrix("logmel", 1, Collections.nCopies(300, "a"), ramp(300));
        FeatureMatrix patches = LogMelPatches.of(frames, Hop.ONE_SECOND);
        assertThat(patches.rows()).isEqualTo(2);
        assertThat(patches.row(1)).startsWith(61, 62).endsWith(61 + Patches.FRAMES - 1);
    }

    private static GenreTrainer trainer() {
        return new GenreTrainer(source, network -> {
            assertThat(network).isEqualTo(NETWORK);
            return pretrained;
        });
    }

    private static GenreSettings settings(int unfreeze, int epochs, double learningRate) {
        return GenreSettings.of(new FineTuned(NETWORK, unfreeze, epochs, epochs, learningRate));
    }

    private static double accuracy(GenreModel model) {
        List<Track> test = tracks.stream().filter(track -> track.split().equals("test")).toList();
        long right = test.stream()
                .filter(track -> model.classify(featuresOf(track, model)).genre().equals(track.genre()))
                .count();
        return (double) right / test.size();
    }

    private static Map<String, FeatureMatrix> featuresOf(Track track, GenreModel model) {
        return model.settings().features().stream()
                .collect(Collectors.toMap(feature -> feature, feature -> source.features(feature, Set.of(track.id()), Set.of())));
    }

    private static float[] ramp(int length) {
        float[] ramp = new float[length];
        for (int i = 0; i < length; i++) {
            ramp[i] = i;
        }
        return ramp;
    }

    private static float[] floats(List<Float> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return floats;
    }
}
