package org.tasteprint.taste;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Track;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.features.Hop;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.Tower;

/**
 * A catalogue whose truth is known: every artist has a style of {@value #STYLE} numbers, their tracks' features are a fixed
 * linear image of it with noise, and every listener likes one side of a direction of their own in the space of styles.
 */
public final class PlantedListeners {
    public static final String FEATURE = "planted";
    public static final Tower TOWER = new Tower.Features(List.of(FEATURE));
    private static final int STYLE = 3;
    private static final int FEATURES = 24;
    private static final int TRACKS_OF_ARTIST = 3;

    public final List<Track> tracks = new ArrayList<>();
    private final List<double[]> styles = new ArrayList<>();
    private final List<double[]> listeners = new ArrayList<>();
    private final Random random;

    public PlantedListeners(int artists, int listenerCount, long seed) {
        random = new Random(seed);
        for (int artist = 0; artist < artists; artist++) {
            double[] style = gaussian(STYLE);
            for (int t = 0; t < TRACKS_OF_ARTIST; t++) {
                String id = "t%03d".formatted(tracks.size());
                // The last quarter of the artists are the test split.
                String split = artist < artists * 3 / 4 ? "train" : "test";
                tracks.add(new Track(id, "", "Artist " + artist, "Title " + id, "", 2000, "", split));
                styles.add(style);
            }
        }
        for (int listener = 0; listener < listenerCount; listener++) {
            listeners.add(gaussian(STYLE));
        }
    }

    /** The features of every track, in a store. */
    public FeatureStore store(Path folder) {
        double[][] image = new double[FEATURES][];
        for (int f = 0; f < FEATURES; f++) {
            image[f] = gaussian(STYLE);
        }
        FeatureStore store = new FeatureStore(folder);
        for (int t = 0; t < tracks.size(); t++) {
            float[] values = new float[2 * FEATURES];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (5 + dot(image[i % FEATURES], styles.get(t)) + 0.3 * random.nextGaussian());
            }
            store.write(
                    Hop.THREE_SECONDS,
                    new FeatureMatrix(FEATURE, FEATURES, Collections.nCopies(2, tracks.get(t).id()), values));
        }
        return store;
    }

    /** Each listener says of some tracks whether they like them, rightly nine times in ten. */
    public TasteData reactions(double share) {
        List<Interaction> interactions = new ArrayList<>();
        for (int user = 0; user < listeners.size(); user++) {
            for (int t = 0; t < tracks.size(); t++) {
                if (random.nextDouble() < share) {
                    boolean likes = likes(user, t) == random.nextDouble() < 0.9;
                    interactions.add(reaction(user(user), tracks.get(t).id(), likes));
                }
            }
        }
        return data(interactions, List.of());
    }

    /** Each listener plays artists they like, and some that are not in the catalogue, as listeners of their kind do. */
    public TasteData artistPlays() {
        List<ArtistPlays> plays = new ArrayList<>();
        for (int user = 0; user < listeners.size(); user++) {
            Set<String> played = new LinkedHashSet<>();
            for (int t = 0; t < tracks.size(); t += TRACKS_OF_ARTIST) {
                if (likes(user, t) && random.nextDouble() < 0.5) {
                    played.add(tracks.get(t).artist().toUpperCase());
                }
            }
            for (int side = 0; side < STYLE; side++) {
                for (int n = 0; n < 4; n++) {
                    played.add("Elsewhere %d %s %d".formatted(side, listeners.get(user)[side] > 0, random.nextInt(8)));
                }
            }
            for (String artist : played) {
                plays.add(new ArtistPlays(user(user), artist, 1 + random.nextInt(200)));
            }
        }
        return data(List.of(), plays);
    }

    /** Each listener plays some of the tracks that they like, at a known time. */
    public TasteData plays(double share) {
        List<Interaction> plays = new ArrayList<>();
        for (int user = 0; user < listeners.size(); user++) {
            for (int t = 0; t < tracks.size(); t++) {
                if (likes(user, t) && random.nextDouble() < share) {
                    plays.add(played(user(user), tracks.get(t).id(), 1 + random.nextInt(9), Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1 << 24))));
                }
            }
        }
        return data(plays, List.of());
    }

    /** Tracks have one of two genres, by the first number of their style. */
    public PlantedListeners withGenres() {
        for (int t = 0; t < tracks.size(); t++) {
            Track track = tracks.get(t);
            String genre = styles.get(t)[0] > 0 ? "loud" : "soft";
            tracks.set(t, new Track(track.id(), "", track.artist(), track.title(), "", 2000, genre, track.split()));
        }
        return this;
    }

    /** Everybody likes the same side. */
    public PlantedListeners agreeing() {
        Collections.fill(listeners, listeners.getFirst());
        return this;
    }

    public TasteData data(List<Interaction> interactions, List<ArtistPlays> plays) {
        return new TasteData(tracks, interactions, plays, "planted");
    }

    public static Interaction reaction(String user, String track, boolean likes) {
        return new Interaction(
                user, track, 0, likes ? 1 : 0, likes ? 0 : 1, 0, OptionalDouble.empty(), Feedback.UNDATED);
    }

    public static Interaction played(String user, String track, int plays, Instant last) {
        return new Interaction(user, track, plays, 0, 0, 0, OptionalDouble.empty(), last);
    }

    public static TasteSettings settings() {
        return TasteSettings.of(TOWER).with(draft -> {
            draft.split = "train";
            draft.epochs = 12;
            draft.seed = 1;
        });
    }

    private boolean likes(int user, int track) {
        return dot(listeners.get(user), styles.get(track)) > 0;
    }

    private static String user(int user) {
        return "u%03d".formatted(user);
    }

    private double[] gaussian(int size) {
        return random.doubles(size, -1, 1).map(x -> 2 * x).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
