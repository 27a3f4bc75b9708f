package org.tasteprint.papers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.FeatureSource;
import org.tasteprint.genre.PretrainedNetworks;

/** Forty songs of four genres, every feature of which tells the genres apart; without sound, so what is absent stays absent. */
final class SmallMaterial implements Material {
    private static final List<String> GENRES = List.of("blues", "folk", "jazz", "rock");
    private static final int COLUMNS = 6;
    private static final int SEGMENTS = 3;

    private final List<String> absent;
    private final boolean split;

    /** @param absent features that no song has */
    SmallMaterial(List<String> absent) {
        this(absent, false);
    }

    private SmallMaterial(List<String> absent, boolean split) {
        this.absent = absent;
        this.split = split;
    }

    SmallMaterial splitInTwo() {
        return new SmallMaterial(absent, true);
    }

    @Override
    public List<Track> tracks() {
        List<Track> tracks = new ArrayList<>();
        for (String genre : GENRES) {
            for (int song = 0; song < 10; song++) {
                String part = song % 2 == 0 || !split ? "train" : "test";
                tracks.add(new Track(genre + song, "", genre + " artist " + song / 2, genre + song, "", 0, genre, part));
            }
        }
        return tracks;
    }

    @Override
    public boolean hasListeners() {
        return true;
    }

    @Override
    public boolean has(String feature, Hop hop, String trackId) {
        return !absent.contains(feature);
    }

    @Override
    public void extract(List<Track> tracks, Set<String> features, Hop hop) {}

    @Override
    public FeatureSource features(Hop hop, List<String> towerInputs, int epochs) {
        return (feature, trackIds, trainingTrackIds) -> rows(feature, trackIds);
    }

    private static FeatureMatrix rows(String feature, Collection<String> trackIds) {
        List<String> ids = new ArrayList<>();
        float[] values = new float[trackIds.size() * SEGMENTS * COLUMNS];
        int at = 0;
        for (String id : trackIds) {
            int genre = GENRES.indexOf(id.replaceAll("[0-9]", ""));
            Random random = new Random((feature + id).hashCode());
            for (int segment = 0; segment < SEGMENTS; segment++) {
                ids.add(id);
                for (int column = 0; column < COLUMNS; column++) {
                    values[at++] = (float) ((column % GENRES.size() == genre ? 2 : 0) + 0.8 * random.nextGaussian());
                }
            }
        }
        return new FeatureMatrix(feature, COLUMNS, ids, values);
    }

    @Override
    public PretrainedNetworks networks() {
        return PretrainedNetworks.NONE;
    }

    @Override
    public Progress progress() {
        return Progress.SILENT;
    }
}
