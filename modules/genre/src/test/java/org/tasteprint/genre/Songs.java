package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Track;

/** Songs made up: each genre has a place in feature space, and the segments of its songs lie around it. */
record Songs(List<Track> tracks, FeatureMatrix sound, FeatureMatrix mood) {
    static final int SEGMENTS = 5;

    /**
     * @param perGenre songs of each genre, by turns of split train and test, two of each split by one artist
     * @param spread   standard deviation of the segments around their genre's place; places are some 3 apart
     */
    static Songs of(List<String> genres, int perGenre, double spread, long seed) {
        Random random = new Random(seed);
        List<Track> tracks = new ArrayList<>();
        List<String> soundIds = new ArrayList<>();
        List<Float> sound = new ArrayList<>();
        List<String> moodIds = new ArrayList<>();
        List<Float> mood = new ArrayList<>();
        for (int g = 0; g < genres.size(); g++) {
            double[] place = random.doubles(8, -2, 2).toArray();
            for (int s = 0; s < perGenre; s++) {
                String id = genres.get(g) + "-" + s;
                tracks.add(new Track(
                        id, "", "artist " + g + "." + s / 4, id, "", 0, genres.get(g), s % 2 == 0 ? "train" : "test"));
                for (int segment = 0; segment < SEGMENTS; segment++) {
                    soundIds.add(id);
                    for (double centre : place) {
                        sound.add((float) (100 * (centre + spread * random.nextGaussian())));
                    }
                }
                moodIds.add(id);
                mood.add((float) (0.001 * (g + spread * random.nextGaussian())));
            }
        }
        return new Songs(tracks, matrix("sound", 8, soundIds, sound), matrix("mood", 1, moodIds, mood));
    }

    List<Track> split(String name) {
        return tracks.stream().filter(track -> track.split().equals(name)).toList();
    }

    FeatureSource source() {
        return new Selected(Map.of("sound", sound, "mood", mood));
    }

    private static FeatureMatrix matrix(String name, int dimensions, List<String> ids, List<Float> values) {
        float[] flat = new float[values.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values.get(i);
        }
        return new FeatureMatrix(name, dimensions, ids, flat);
    }
}
