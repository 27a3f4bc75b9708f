package org.tasteprint.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Reaction;

/**
 * An invented listener.
 *
 * @param id    unique
 * @param name  given name
 * @param age   in years
 * @param taste what they like
 */
record Listener(String id, String name, int age, Taste taste) {
    private static final Instant YEAR_BEGINS = Instant.parse("2024-01-01T00:00:00Z");
    private static final int DAYS = 365;
    private static final int FEWEST_EVENTS = 40;
    private static final int MOST_EVENTS = 80;
    /** What no sound explains, as a standard deviation beside a taste's 1.5. */
    private static final double WHIM = 0.5;
    /** How far what is popular pleases everybody. */
    private static final double FASHION = 0.3;

    static Listener random(int number, SplittableRandom random) {
        String name = Names.LISTENERS.get(random.nextInt(Names.LISTENERS.size()));
        return new Listener("listener-%03d".formatted(number), name, 16 + random.nextInt(50), Taste.random(random));
    }

    /** A year of listening, in the order of time: what is popular and what pleases is played more often. */
    List<Feedback> history(List<DemoTrack> tracks, SplittableRandom random) {
        double[] pleasure = new double[tracks.size()];
        double[] drawn = new double[tracks.size()];
        double sum = 0;
        for (int i = 0; i < pleasure.length; i++) {
            DemoTrack track = tracks.get(i);
            pleasure[i] = taste.pleasure(track.song()) + FASHION * track.popularity() + WHIM * random.nextGaussian();
            sum += StrictMath.exp(0.7 * track.popularity() + 0.35 * pleasure[i]);
            drawn[i] = sum;
        }
        List<Feedback> log = new ArrayList<>();
        Set<String> judged = new HashSet<>();
        int events = random.nextInt(FEWEST_EVENTS, MOST_EVENTS + 1);
        long[] sittings = sittings(random);
        for (int s = 0; s < sittings.length; s++) {
            Instant at = YEAR_BEGINS.plusSeconds(sittings[s]);
            while (log.size() < events * (s + 1) / sittings.length) {
                int chosen = draw(drawn, random);
                at = hear(tracks.get(chosen), pleasure[chosen], at, log, judged, random);
            }
        }
        return List.copyOf(log);
    }

    /** Plays a track through or skips it, now and then says what they think, once a track; returns when the next begins. */
    private Instant hear(
            DemoTrack track,
            double pleasure,
            Instant at,
            List<Feedback> log,
            Set<String> judged,
            SplittableRandom random) {
        boolean skips = random.nextDouble() < logistic(-2.2 * pleasure - 1.2);
        Duration heard = Duration.ofSeconds(skips ? random.nextInt(3, 10) : track.playing().toSeconds());
        log.add(new Feedback(id, track.id(), skips ? Reaction.SKIP : Reaction.PLAY, 0, at));
        boolean likes = !skips && random.nextDouble() < logistic(2.5 * pleasure - 2.6);
        boolean dislikes = !likes && random.nextDouble() < logistic(-2.5 * pleasure - 1.2);
        if ((likes || dislikes) && judged.add(track.id())) {
            Reaction judgement = likes ? Reaction.LIKE : Reaction.DISLIKE;
            log.add(new Feedback(id, track.id(), judgement, 0, at.plusSeconds(heard.toSeconds() / 2)));
        }
        return at.plus(heard).plusSeconds(1);
    }

    /** When they sit down to listen, in seconds from the beginning of the year: mostly in the evening, at most once a day. */
    private static long[] sittings(SplittableRandom random) {
        int count = random.nextInt(6, 15);
        return random.ints(0, DAYS)
                .distinct()
                .limit(count)
                .sorted()
                .mapToLong(day -> Duration.ofDays(day).toSeconds()
                        + (long) (3600 * Math.clamp(19 + 3 * random.nextGaussian(), 6.0, 23.0)))
                .toArray();
    }

    private static int draw(double[] cumulative, SplittableRandom random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int chosen = 0;
        while (cumulative[chosen] <= at) {
            chosen++;
        }
        return chosen;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
