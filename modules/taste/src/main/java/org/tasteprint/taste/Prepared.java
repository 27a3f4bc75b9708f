package org.tasteprint.taste;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.core.Vectors;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.shared.SharedTaste;
import org.tasteprint.taste.sound.SoundRegression;
import org.tasteprint.taste.tower.PatchInput;
import org.tasteprint.taste.tower.Standardisation;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.SummaryInput;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.Tower;
import org.tasteprint.taste.tower.TowerInput;
import org.tasteprint.taste.tower.TripleSampler;
import org.tasteprint.taste.user.UserKind;
import org.tasteprint.taste.user.UserModel;

/**
 * All that a training on some tracks needs, and nothing of other tracks.
 *
 * @param listening       what is seen of the listeners
 * @param users           what makes a listener's direction of their history
 * @param directions      float[users][personal dimensions]: each listener's history as a direction, of length 1
 * @param standardisation of the summaries, learned from the training tracks
 * @param rows            standardised summaries of the training tracks, {@code null} for one without features
 * @param heard           training tracks with features
 * @param regression      where the listeners put sounds, learned from the training tracks
 * @param input           what the tower hears of the training tracks
 */
public record Prepared(
        Listening listening,
        UserModel users,
        float[][] directions,
        Standardisation standardisation,
        float[][] rows,
        BitSet heard,
        SoundRegression regression,
        TowerInput input) {
    public static Prepared of(
            TasteData data, Set<String> trainingTracks, Summaries summaries, FeatureStore store, TasteSettings settings) {
        // The factorisation learns of what listeners did alone; the network takes whatever is known (Covington et al., section 3.3).
        Listening listening = Listening.of(settings.users() == UserKind.DNN ? data : data.withoutAttributes(), trainingTracks);
        BitSet heard = new BitSet();
        List<Track> tracks = listening.tracks();
        IntStream.range(0, tracks.size())
                .filter(t -> summaries.trackIds().contains(tracks.get(t).id()))
                .forEach(heard::set);
        if (heard.isEmpty()) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "none of the %d training tracks has the features %s: run ./tasteprint extract first"
                            .formatted(tracks.size(), settings.tower().inputs()));
        }
        List<String> ids = heard.stream().mapToObj(t -> tracks.get(t).id()).toList();
        Standardisation standardisation = Standardisation.of(summaries.of(ids));
        float[][] rows = new float[tracks.size()][];
        heard.stream().forEach(t -> rows[t] = standardisation.apply(summaries.of(List.of(tracks.get(t).id()))[0]));
        UserModel users =
                UserModel.learn(settings.users(), listening.histories(), settings.personalDimensions(), settings.seed());
        TowerInput input = input(settings, store, tracks.stream().map(Track::id).toList(), rows);
        float[][] directions = users.directions(listening.histories());
        SoundRegression regression = SoundRegression.fit(listening, rows, heard, directions, settings.personalDimensions());
        return new Prepared(listening, users, directions, standardisation, rows, heard, regression, input);
    }

    /** What a tower hears of tracks, whose standardised summaries are given. */
    public static TowerInput input(TasteSettings settings, FeatureStore store, List<String> trackIds, float[][] rows) {
        return switch (settings.tower()) {
            case Tower.Features _ -> new SummaryInput(rows, IntStream.range(0, rows.length)
                    .filter(t -> rows[t] != null).map(t -> rows[t].length).findFirst().orElse(0));
            case Tower.Conv _, Tower.Tuned _ -> new PatchInput(track -> store.read(FeatureNames.LOG_MEL, settings.hop(), trackIds.get(track))
                    .orElseThrow(() -> new TasteprintException(
                            Kind.NOT_FOUND,
                            "the log-mel of track %s is gone: run ./tasteprint extract --features logmel"
                                    .formatted(trackIds.get(track)))));
        };
    }

    /** Draws the triples of this training. */
    public TripleSampler sampler(TasteSettings settings) {
        BitSet users = new BitSet();
        IntStream.range(0, directions.length).filter(u -> Vectors.norm(directions[u]) > 0).forEach(users::set);
        return new TripleSampler(listening, users, heard, settings.negatives(), settings.seed());
    }

    /** Content popularity: how tracks are received, from their sound. */
    public SharedTaste contentPopularity(SharedTaste.Target target, double penalty) {
        return SharedTaste.fit(listening, rows, heard, target, penalty);
    }

    /**
     * The shared taste that suits what is known.
     *
     * @param penalty of the ridge regression, where reactions are to be predicted
     */
    SharedTaste sharedTaste(double penalty) {
        return switch (SharedTaste.Target.of(listening)) {
            case LIKE_RATE -> contentPopularity(SharedTaste.Target.LIKE_RATE, penalty);
            case LISTENERS -> SharedTaste.general(directions, heard.stream().mapToObj(track -> regression.at(rows[track])).toList());
        };
    }
}
