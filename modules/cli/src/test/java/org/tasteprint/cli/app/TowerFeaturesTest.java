package org.tasteprint.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.features.Hop;

class TowerFeaturesTest {
    private static final List<String> USUAL = List.of("musicnn-mtt-penultimate");
    private static final List<String> TRACKS = List.of("a", "b", "c");

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private void store(String feature, String... tracks) {
        FeatureStore store = new FeatureStore(folder);
        for (String track : tracks) {
            store.write(Hop.THREE_SECONDS, new FeatureMatrix(feature, 2, List.of(track), new float[] {1, 2}));
        }
    }

    private List<String> heard() {
        return TowerFeatures.of(USUAL, new FeatureStore(folder), Hop.THREE_SECONDS, TRACKS, notes::add);
    }

    @Test
    void theDefaultIsHeardWhereAnyTrackHasIt() {
        store("choi160", "a", "b", "c");
        store("musicnn-mtt-penultimate", "c");
        assertThat(heard()).isEqualTo(USUAL);
        assertThat(notes).isEmpty();
    }

    @Test
    void otherwiseTheFeatureThatMostTracksHaveIsHeardAndALineSaysSo() {
        store("musicnn-msd-taggram", "a");
        store("mine", "a", "b");
        store("taste", "a", "b", "c");
        assertThat(heard()).containsExactly("mine");
        assertThat(notes).singleElement().asString().contains("musicnn-mtt-penultimate", "mine, which 2 of 3 tracks have");
    }

    @Test
    void ofFeaturesThatAsManyTracksHaveTheOneKnownToBeBestIsHeard() {
        store("another", "a", "b");
        store("choi160", "a", "b");
        store("logmel-stats", "a", "b");
        assertThat(heard()).containsExactly("choi160");
    }

    @Test
    void whereNothingIsStoredTheDefaultStays() {
        assertThat(heard()).isEqualTo(USUAL);
        assertThat(notes).isEmpty();
    }
}
