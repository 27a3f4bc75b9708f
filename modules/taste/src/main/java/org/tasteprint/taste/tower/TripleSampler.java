package org.tasteprint.taste.tower;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.tasteprint.taste.listener.Listening;

/**
 * Draws (user, liked, disliked) triples.
 *
 * <p>Listeners who told of both sides are taken at their word: a track that they like and one that they do not. For the others
 * the better side is what they like, or play where their plays are a log, and the other is what they dislike or, where there is
 * nothing, a track of another artist: see {@link Negative}.
 *
 * <p>Artists count alike, however many tracks they have; listeners count with the square root of what they told.
 */
public final class TripleSampler {
    private static final int ATTEMPTS = 20;
    /** Of so many strangers the one nearest to a user is a hard negative: of more, it would too often be one that they would like. */
    private static final int CANDIDATES = 8;
    private static final double POPULARITY_EXPONENT = 0.75;
    private static final float NEVER = -1e9f;

    private final Listening listening;
    private final List<Negative> strangers;
    private final int[] users;
    private final double[] cumulative;
    private final Map<Integer, int[][]> liked = new HashMap<>();
    private final Map<Integer, int[][]> disliked = new HashMap<>();
    private final Map<Integer, BitSet> artistsOfUser = new HashMap<>();
    private final int[][] known;
    /** The logarithm of how often an artist is drawn as somebody's favourite, beside an even draw; by artist. */
    private final Map<Integer, Double> frequency = new HashMap<>();
    private final double[] popularity;
    private SplittableRandom random;
    private ToDoubleBiFunction<Integer, Integer> nearness = (user, track) -> 0;

    /**
     * @param eligibleUsers  listeners that have a direction of taste are marked
     * @param eligibleTracks tracks that can be heard are marked
     */
    public TripleSampler(
            Listening listening, BitSet eligibleUsers, BitSet eligibleTracks, Set<Negative> negatives, long seed) {
        this.listening = listening;
        strangers = negatives.stream().filter(negative -> !negative.told()).sorted().toList();
        random = new SplittableRandom(seed);
        BitSet heard = new BitSet();
        for (int user = 0; user < listening.users().size(); user++) {
            Listening.Opinions opinions = listening.opinions(user);
            int[] better = opinions.better().filter(eligibleTracks::get).toArray();
            int[] worse = told(opinions, negatives).filter(eligibleTracks::get).toArray();
            IntStream.concat(Arrays.stream(better), Arrays.stream(worse)).forEach(heard::set);
            if (eligibleUsers.get(user) && better.length > 0) {
                liked.put(user, byArtist(better));
                disliked.put(user, byArtist(worse));
                BitSet artists = new BitSet();
                Arrays.stream(better).forEach(track -> artists.set(listening.artist(track)));
                artistsOfUser.put(user, artists);
            }
        }
        known = byArtist(heard.stream().toArray());
        users = IntStream.range(0, listening.users().size())
                .filter(user -> liked.containsKey(user) && hasNegative(user))
                .toArray();
        double[] weights = Arrays.stream(users)
                .mapToDouble(user -> Math.sqrt(liked.get(user).length * (double) Math.max(1, disliked.get(user).length)))
                .toArray();
        cumulative = cumulative(weights);
        countFavourites(weights);
        Map<Integer, Integer> listeners = new HashMap<>();
        artistsOfUser.values().forEach(artists -> artists.stream().forEach(artist -> listeners.merge(artist, 1, Integer::sum)));
        popularity = cumulative(Arrays.stream(known)
                .mapToDouble(tracks -> Math.pow(listeners.getOrDefault(listening.artist(tracks[0]), 0), POPULARITY_EXPONENT))
                .toArray());
    }

    private static IntStream told(Listening.Opinions opinions, Set<Negative> negatives) {
        BitSet skipped = new BitSet();
        Arrays.stream(opinions.skipped()).forEach(skipped::set);
        return Arrays.stream(opinions.disliked())
                .filter(track -> negatives.contains(skipped.get(track) ? Negative.SKIPS : Negative.DISLIKES));
    }

    private void countFavourites(double[] weights) {
        for (int i = 0; i < users.length; i++) {
            int[][] theirs = liked.get(users[i]);
            for (int[] tracks : theirs) {
                frequency.merge(listening.artist(tracks[0]), weights[i] / theirs.length, Double::sum);
            }
        }
        double total = frequency.values().stream().mapToDouble(Double::doubleValue).sum();
        frequency.replaceAll((artist, weight) -> Math.log(weight / total * known.length));
    }

    private static double[] cumulative(double[] weights) {
        double[] sums = weights.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
        return users.length == 0;
    }

    /** Whether {@link #mine} is to be called before an epoch. */
    public boolean mines() {
        return strangers.contains(Negative.HARD);
    }

    /** How many pairs of a listener and an artist they like there are: the size of an epoch. */
    public int positives() {
        return Arrays.stream(users).map(user -> liked.get(user).length).sum();
    }

    /** The tracks that may be drawn as anything. */
    public int[] known() {
        return Arrays.stream(known).flatMapToInt(Arrays::stream).toArray();
    }

    /** From now on the draws are those that follow from {@code seed}. */
    public void restart(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From now on hard negatives are those of the highest {@code cosine} of user and track. */
    public void mine(ToDoubleBiFunction<Integer, Integer> cosine) {
        nearness = cosine;
    }

    /** Fills the three arrays, of one length. */
    public void draw(int[] user, int[] better, int[] worse) {
        for (int i = 0; i < user.length; i++) {
            user[i] = users[any(cumulative)];
            better[i] = any(liked.get(user[i]));
            worse[i] = disliked.get(user[i]).length > 0 ? any(disliked.get(user[i])) : stranger(user[i]);
        }
    }

    /**
     * What {@link TowerLoss#IN_BATCH} needs to know of a batch.
     *
     * @return float[n][2n], row after row: minus the logarithm of how often the track is drawn, or a very negative number where
     *     it is of another artist that the user likes too
     */
    public float[] correction(int[] user, int[] better, int[] worse) {
        int n = user.length;
        float[] correction = new float[2 * n * n];
        for (int i = 0; i < n; i++) {
            BitSet own = artistsOfUser.get(user[i]);
            for (int j = 0; j < 2 * n; j++) {
                int artist = listening.artist(j < n ? better[j] : worse[j - n]);
                float often = j < n ? frequency.get(artist).floatValue() : 0;
                boolean theirs = j % n != i && own.get(artist);
                correction[2 * n * i + j] = theirs ? NEVER : -often;
            }
        }
        return correction;
    }

    private int any(double[] sums) {
        double at = random.nextDouble() * sums[sums.length - 1];
        int found = Arrays.binarySearch(sums, at);
        return Math.min(found < 0 ? -found - 1 : found + 1, sums.length - 1);
    }

    private int any(int[][] tracksOfArtists) {
        return anyOf(tracksOfArtists[random.nextInt(tracksOfArtists.length)]);
    }

    private int anyOf(int[] tracks) {
        return tracks[random.nextInt(tracks.length)];
    }

    private int stranger(int user) {
        return switch (strangers.get(strangers.size() == 1 ? 0 : random.nextInt(strangers.size()))) {
            case EVEN -> stranger(user, () -> any(known));
            case POPULAR -> stranger(user, () -> anyOf(known[any(popularity)]));
            case HARD -> IntStream.range(0, CANDIDATES)
                    .map(i -> stranger(user, () -> any(known)))
                    .boxed()
                    .max(Comparator.comparingDouble(track -> nearness.applyAsDouble(user, track)))
                    .orElseThrow();
            case DISLIKES, SKIPS -> throw new IllegalStateException("strangers are not told of; strangers=" + strangers);
        };
    }

    /** A track of an artist that the listener does not play: by luck, or else by looking at every artist. */
    private int stranger(int user, IntSupplier draw) {
        BitSet own = artistsOfUser.get(user);
        for (int i = 0; i < ATTEMPTS; i++) {
            int track = draw.getAsInt();
            if (!own.get(listening.artist(track))) {
                return track;
            }
        }
        return any(Arrays.stream(known).filter(tracks -> !own.get(listening.artist(tracks[0]))).toArray(int[][]::new));
    }

    private boolean hasNegative(int user) {
        return disliked.get(user).length > 0
                || !strangers.isEmpty() && artistsOfUser.get(user).cardinality() < known.length;
    }

    /** Groups tracks by artist. */
    private int[][] byArtist(int[] tracks) {
        Map<Integer, IntStream.Builder> groups = new TreeMap<>();
        Arrays.stream(tracks).forEach(track ->
                groups.computeIfAbsent(listening.artist(track), artist -> IntStream.builder()).add(track));
        return groups.values().stream().map(group -> group.build().toArray()).toArray(int[][]::new);
    }
}
