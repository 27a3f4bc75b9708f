package org.tasteprint.taste;

import java.util.List;
import java.util.stream.IntStream;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.shared.ContentPopularity;
import org.tasteprint.taste.shared.SharedTaste;
import org.tasteprint.taste.sound.SoundRegression;
import org.tasteprint.taste.table.ComputedRows;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.user.UserModel;

/**
 * What is learned of some tracks and their listeners before a tower is.
 *
 * @param view       what is seen and heard
 * @param users      what makes a listener's direction of their history
 * @param directions each listener's history as a direction, of length 1 or 0 in the personal dimensions
 * @param regression where the listeners put sounds
 */
record Prepared(TrainingView view, UserModel users, List<float[]> directions, SoundRegression regression) {
    /** Tracks, evenly spread, that are enough to tell how the shared taste varies. */
    private static final int PLACES_AT_MOST = 20_000;

    static Prepared of(TrainingView view, TasteSettings settings) {
        Listening listening = view.listening();
        int dimensions = settings.personalDimensions();
        UserModel users = UserModel.learn(settings.users(), listening.histories(), dimensions, settings.seed());
        List<float[]> directions = users.directions(listening.histories(), dimensions).asList();
        SoundRegression regression = SoundRegression.fit(listening, view.rows(), view.heard(), directions, dimensions);
        return new Prepared(view, users, directions, regression);
    }

    /**
     * The shared taste that suits what is known.
     *
     * @param penalty of the ridge regression, where reactions are to be predicted
     */
    SharedTaste sharedTaste(double penalty) {
        ContentPopularity.Target target = ContentPopularity.Target.of(view.listening());
        return switch (target) {
            case LIKE_RATE -> view.contentPopularity(target).under(penalty);
            case LISTENERS -> generalTaste();
        };
    }

    /** How near sound lies to where listeners in general are, by the regression. */
    SharedTaste generalTaste() {
        int[] heard = view.heard().stream().toArray();
        int every = Math.ceilDiv(heard.length, PLACES_AT_MOST);
        float[][] places = IntStream.range(0, Math.ceilDiv(heard.length, every))
                .parallel()
                .mapToObj(i -> regression.at(view.rows().get(heard[i * every])))
                .toArray(float[][]::new);
        return SharedTaste.general(directions, ComputedRows.of(places.length, i -> places[i]));
    }
}
