package org.tasteprint.taste.tower;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** So many listeners' tracks are kept from one draw to the next. */
    private static final int KEPT = 1 << 12;

    private final Listening listening;
    private final BitSet eligibleTracks;
    private final Set<Negative> negatives;
    private final List<Negative> strangers;
    private final int[] users;
    private final double[] cumulative;
    private final long positives;
    private final Favourites[] kept;
    private final int[][] known;
    /** The logarithm of how often an artist is drawn as somebody's favourite, beside an even draw; by artist. */
    private final double[] frequency;
    private final double[] popularity;
    private SplittableRandom random;
    private ToDoubleBiFunction<Integer, Integer> nearness = (user, track) -> 0;

    /**
     * What is drawn from for a listener.
     *
     * @param user     whose it is
     * @param liked    tracks that they like best, by artist
     * @param disliked tracks that they told of otherwise, by artist
     * @param artists  whose tracks are liked, ascending
     */
    private record Favourites(int user, int[][] liked, int[][] disliked, int[] artists) {
        boolean has(int artist) {
            return Arrays.binarySearch(artists, artist) >= 0;
        }
    }

    /**
     * Goes through the listeners' opinions twice; in the heap are 12 bytes a listener, 4 a track that anybody has told of, 24 an artist, and the
     * opinions of some thousand listeners.
     *
     * @param eligibleUsers  listeners that have a direction of taste are marked
     * @param eligibleTracks tracks that can be heard are marked
     */
    public TripleSampler(
            Listening listening, BitSet eligibleUsers, BitSet eligibleTracks, Set<Negative> negatives, long seed) {
        this.listening = listening;
        this.eligibleTracks = eligibleTracks;
        this.negatives = negatives;
        strangers = negatives.stream().filter(negative -> !negative.told()).sorted().toList();
        random = new SplittableRandom(seed);
        kept = new Favourites[Math.min(KEPT, Math.max(1, listening.users().size()))];
        BitSet heard = new BitSet();
        BitSet able = new BitSet();
        int[] listeners = new int[listening.artistCount()];
        for (int user = 0; user < listening.users().size(); user++) {
            Favourites theirs = favourites(user);
            Stream.of(theirs.liked(), theirs.disliked()).flatMap(Arrays::stream).flatMapToInt(Arrays::stream).forEach(heard::set);
            if (eligibleUsers.get(user) && theirs.liked().length > 0) {
                able.set(user);
                Arrays.stream(theirs.artists()).forEach(artist -> listeners[artist]++);
            }
        }
        known = byArtist(heard.stream().toArray());
        users = able.stream().filter(user -> hasNegative(favourites(user))).toArray();
        double[] weights = new double[users.length];
        frequency = new double[listeners.length];
        positives = weigh(weights);
        cumulative = cumulative(weights);
        popularity = cumulative(Arrays.stream(known)
                .mapToDouble(tracks -> Math.pow(listeners[listening.artist(tracks[0])], POPULARITY_EXPONENT))
                .toArray());
    }

    private Favourites favourites(int user) {
        Favourites last = kept[user % kept.length];
        if (last != null && last.user() == user) {
            return last;
        }
        Listening.Opinions opinions = listening.opinions(user);
        int[][] liked = byArtist(opinions.better().filter(eligibleTracks::get).toArray());
        int[][] disliked = byArtist(told(opinions, negatives).filter(eligibleTracks::get).toArray());
        int[] artists = Arrays.stream(liked).mapToInt(tracks -> listening.artist(tracks[0])).toArray();
        return kept[user % kept.length] = new Favourites(user, liked, disliked, artists);
    }

    private static IntStream told(Listening.Opinions opinions, Set<Negative> negatives) {
        BitSet skipped = new BitSet();
        Arrays.stream(opinions.skipped()).forEach(skipped::set);
        return Arrays.stream(opinions.disliked())
                .filter(track -> negatives.contains(skipped.get(track) ? Negative.SKIPS : Negative.DISLIKES));
    }

    /** Fills in the weight of each listener and how often artists are drawn; returns the number of favourite artists. */
    private long weigh(double[] weights) {
        long artists = 0;
        for (int i = 0; i < users.length; i++) {
            Favourites theirs = favourites(users[i]);
            weights[i] = Math.sqrt(theirs.liked().length * (double) Math.max(1, theirs.disliked().length));
            for (int artist : theirs.artists()) {
                frequency[artist] += weights[i] / theirs.artists().length;
            }
            artists += theirs.artists().length;
        }
        double total = Arrays.stream(frequency).sum();
        Arrays.setAll(frequency, artist -> Math.log(frequency[artist] / total * known.length));
        return artists;
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
    public long positives() {
        return positives;
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
            Favourites theirs = favourites(user[i]);
            better[i] = any(theirs.liked());
            worse[i] = theirs.disliked().length > 0 ? any(theirs.disliked()) : stranger(theirs);
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
            Favourites own = favourites(user[i]);
            for (int j = 0; j < 2 * n; j++) {
                int artist = listening.artist(j < n ? better[j] : worse[j - n]);
                float often = j < n ? (float) frequency[artist] : 0;
                boolean theirs = j % n != i && own.has(artist);
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

    private int stranger(Favourites own) {
        return switch (strangers.get(strangers.size() == 1 ? 0 : random.nextInt(strangers.size()))) {
            case EVEN -> stranger(own, () -> any(known));
            case POPULAR -> stranger(own, () -> anyOf(known[any(popularity)]));
            case HARD -> IntStream.range(0, CANDIDATES)
                    .map(i -> stranger(own, () -> any(known)))
                    .boxed()
                    .max(Comparator.comparingDouble(track -> nearness.applyAsDouble(own.user(), track)))
                    .orElseThrow();
            case DISLIKES, SKIPS -> throw new IllegalStateException("strangers are not told of; strangers=" + strangers);
        };
    }

    /** A track of an artist that the listener does not play: by luck, or else by looking at every artist. */
    private int stranger(Favourites own, IntSupplier draw) {
        for (int i = 0; i < ATTEMPTS; i++) {
            int track = draw.getAsInt();
            if (!own.has(listening.artist(track))) {
                return track;
            }
        }
        return any(Arrays.stream(known).filter(tracks -> !own.has(listening.artist(tracks[0]))).toArray(int[][]::new));
    }

    private boolean hasNegative(Favourites theirs) {
        return theirs.disliked().length > 0 || !strangers.isEmpty() && theirs.artists().length < known.length;
    }

    /** Groups tracks by artist. */
    private int[][] byArtist(int[] tracks) {
        Map<Integer, IntStream.Builder> groups = new TreeMap<>();
        Arrays.stream(tracks).forEach(track ->
                groups.computeIfAbsent(listening.artist(track), artist -> IntStream.builder()).add(track));
        return groups.values().stream().map(group -> group.build().toArray()).toArray(int[][]::new);
    }
}
