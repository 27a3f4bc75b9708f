package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;
import org.tasteprint.genre.classifier.TunedTagger;
import org.tasteprint.nets.choi.CnnTop;

/** The top of Choi's tagger on activations that two genres have in different channels, from weights that nobody has published. */
class TunedTaggerTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void learnsGenresAndSaysTheSameFromItsFileByManyThreadsAndAfterItWasClosed(boolean withLastLayer) {
        int width = CnnTop.width(withLastLayer);
        TunedTagger tagger = TunedTagger.of(withLastLayer, withLastLayer ? 4 : 60);
        List<Track> tracks = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        float[] values = new float[32 * width];
        Random random = new Random(5);
        for (int song = 0; song < 32; song++) {
            String genre = song % 2 == 0 ? "folk" : "rock";
            tracks.add(new Track("t" + song, "", "artist " + song / 4, "t" + song, "", 0, genre, song < 24 ? "train" : "test"));
            ids.add("t" + song);
            for (int i = 0; i < width; i++) {
                boolean loud = i < width / 2 == (song % 2 == 0);
                values[song * width + i] = (float) ((loud ? 1 : 0) + 0.5 * random.nextGaussian());
            }
        }
        String feature = tagger.features().getFirst();
        FeatureSource source = new Selected(Map.of(feature, new FeatureMatrix(feature, width, ids, values)));
        GenreSettings settings = GenreSettings.of(tagger).with(draft -> draft.seed = 1);
        try (GenreModel model = new GenreTrainer(source, network -> Map.of()).train(tracks, settings, Progress.SILENT)) {
            Path file = folder.resolve("genre.safetensors");
            model.save(file);
            GenreModel loaded = GenreModel.load(file);
            assertThat(loaded.provenance().parameters()).containsEntry("networks", "choi-cnn").containsEntry("features", feature);
            List<Track> unseen = tracks.subList(24, 32);
            List<Classification> said = unseen.stream().map(track -> classify(model, source, feature, track)).toList();
            assertThat(said).extracting(Classification::genre).containsExactlyElementsOf(unseen.stream().map(Track::genre).toList());
            assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> classify(loaded, source, feature, unseen.get(i % 8))).toList())
                    .isEqualTo(IntStream.range(0, 64).mapToObj(i -> said.get(i % 8)).toList());
            loaded.close();
            assertThat(classify(loaded, source, feature, unseen.getFirst())).isEqualTo(said.getFirst());
        }
    }

    private static Classification classify(GenreModel model, FeatureSource source, String feature, Track track) {
        return model.classify(Map.of(feature, source.features(feature, List.of(track.id()), Set.of())));
    }
}
