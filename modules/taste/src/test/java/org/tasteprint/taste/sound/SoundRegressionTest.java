package org.tasteprint.taste.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Track;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.TasteData;

/**
 * Two camps of listeners, each with artists of its own. Which camp an artist belongs to is a small difference in dimension 1, beside
 * a large one in dimension 0 that varies from track to track.
 */
class SoundRegressionTest {
    private static final int ARTISTS = 40;
    private static final int TRACKS_EACH = 4;
    private static final int USERS = 30;
    private static final int WIDTH = 3;

    private final Random random = new Random(4);
    private final List<Track> tracks = IntStream.range(0, ARTISTS * TRACKS_EACH)
            .mapToObj(t -> new Track("t" + t, "", "artist " + t / TRACKS_EACH, "", "", 0, "", ""))
            .toList();
    private final List<float[]> rows = IntStream.range(0, tracks.size())
            .mapToObj(t -> sound(campOf(t / TRACKS_EACH)))
            .toList();
    private final BitSet heard = new BitSet();
    private final Listening listening = Listening.of(
            new TasteData(tracks, List.of(), plays(), ""), tracks.stream().map(Track::id).collect(Collectors.toSet()));
    private final List<float[]> directions = IntStream.range(0, USERS)
            .mapToObj(user -> user % 2 == 0 ? new float[] {1, 0} : new float[] {0, 1})
            .toList();

    SoundRegressionTest() {
        heard.set(0, tracks.size());
    }

    private static int campOf(int artist) {
        return artist % 2;
    }

    private float[] sound(int camp) {
        return new float[] {
            (float) random.nextGaussian(), (float) (camp - 0.5 + 0.2 * random.nextGaussian()), (float) (0.2 * random.nextGaussian())
        };
    }

    /** Listeners are numbered in the order of their ids, and each plays half of the artists of their camp. */
    private List<ArtistPlays> plays() {
        List<ArtistPlays> plays = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            for (int artist = 0; artist < ARTISTS; artist++) {
                if (campOf(artist) == user % 2 && (artist / 2 + user / 2) % 2 == 0) {
                    plays.add(new ArtistPlays("u%02d".formatted(user), "artist " + artist, 5));
                }
            }
        }
        return plays;
    }

    private SoundRegression regression() {
        return SoundRegression.fit(listening, rows, heard, directions, 2);
    }

    @Test
    void soundThatNobodyHasHeardComesToLieAmongTheListenersOfItsLike() {
        SoundRegression regression = regression();

        int right = 0;
        for (int i = 0; i < 200; i++) {
            float[] place = regression.at(sound(i % 2));
            right += place[i % 2] > place[1 - i % 2] ? 1 : 0;
        }

        assertThat(right).isGreaterThan(190);
    }

    @Test
    void placesHaveLengthOneOnAverageOverTheArtistsLearnedFrom() {
        SoundRegression regression = regression();

        double squares = IntStream.range(0, ARTISTS)
                .mapToObj(artist -> Vectors.mean(rows.subList(artist * TRACKS_EACH, (artist + 1) * TRACKS_EACH)))
                .mapToDouble(mean -> Math.pow(Vectors.norm(regression.at(mean)), 2))
                .average()
                .orElseThrow();

        assertThat(squares).isCloseTo(1, within(1e-3));
    }

    @Test
    void whereNobodyHasAnOpinionNothingIsSaid() {
        Listening silence = Listening.of(new TasteData(tracks, List.of(), List.of(), ""), Set.of("t0", "t1"));
        BitSet two = new BitSet();
        two.set(0, 2);

        assertThat(SoundRegression.fit(silence, rows, two, List.of(), 5).at(rows.getFirst())).containsExactly(0, 0, 0, 0, 0);
    }

    @Test
    void itsTensorsMakeItAgain() {
        SoundRegression regression = regression();

        assertThat(SoundRegression.of(regression.tensors()).at(rows.get(7))).isEqualTo(regression.at(rows.get(7)));
    }

    @Test
    void whiteningMakesWhatVariesWithinArtistsSmall() {
        Whitening whitening = Whitening.of(rows, heard, listening.tracksOfArtists());

        float[] nuisance = whitening.apply(new float[] {1, 0, 0});
        float[] camp = whitening.apply(new float[] {0, 1, 0});

        assertThat(nuisance).hasSize(WIDTH);
        assertThat(Vectors.norm(camp)).isGreaterThan(1.5 * Vectors.norm(nuisance));
    }
}
