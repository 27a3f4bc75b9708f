package org.tasteprint.taste;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Vectors;
import org.tasteprint.features.DerivedFeature;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.shared.Blend;
import org.tasteprint.taste.sound.Mix;
import org.tasteprint.taste.table.SortedIds;
import org.tasteprint.taste.tower.TasteSettings;

/**
 * A trained taste: a vector of length 1 for every listener, and a tower that gives one to every track from its sound alone. The
 * scalar product of the two, which is their cosine, says how much the listener will like the track.
 *
 * <p>Coordinate 0 of a track is how much listeners in general like such sound; the others are what the tower and the regression make
 * of it together: see {@link Mix}. A listener's vector weighs the two parts: see {@link Blend}. Immutable and safe for use by several
 * threads.
 */
public final class TasteModel implements DerivedFeature {
    /** Name of the feature that the tower's output is kept under. */
    public static final String FEATURE = "taste";

    private final TasteSettings settings;
    private final Provenance provenance;
    private final Summary summary;
    private final UserVectors users;
    private final HistoryVectors histories;
    private final TrackEmbedding tracks;

    /**
     * How a training went.
     *
     * @param lossPerEpoch   mean margin loss of each epoch
     * @param validation     pairwise accuracy of the tower alone on artists held out in validation, after each epoch; longer than the
     *                       final training where it stopped at the best of them
     * @param triplets       (user, liked, disliked) triples that it saw
     * @param trainingTracks tracks whose sound or reactions it may have seen, in order
     */
    record Summary(List<Double> lossPerEpoch, List<Double> validation, long triplets, Set<String> trainingTracks) {
        Summary {
            lossPerEpoch = List.copyOf(lossPerEpoch);
            validation = List.copyOf(validation);
            trainingTracks = SortedIds.of(trainingTracks);
        }

        Summary withTrainingTracks(Set<String> tracks) {
            return new Summary(lossPerEpoch, validation, triplets, tracks);
        }
    }

    TasteModel(
            TasteSettings settings,
            Provenance provenance,
            Summary summary,
            UserVectors users,
            HistoryVectors histories,
            TrackEmbedding tracks) {
        this.settings = requireNonNull(settings, "settings is null");
        this.provenance = requireNonNull(provenance, "provenance is null");
        this.summary = requireNonNull(summary, "summary is null");
        this.users = requireNonNull(users, "users is null");
        this.histories = requireNonNull(histories, "histories is null");
        this.tracks = requireNonNull(tracks, "tracks is null");
    }

    /** Reads what {@link #save} wrote. */
    public static TasteModel load(Path file) {
        return TasteModelFile.read(file);
    }

    /** Writes the model as one safetensors file, all or nothing. */
    public void save(Path file) {
        TasteModelFile.write(file, this);
    }

    public TasteSettings settings() {
        return settings;
    }

    public Provenance provenance() {
        return provenance;
    }

    /** Mean margin loss of each epoch; empty when there was nothing to train the tower on. */
    public List<Double> lossPerEpoch() {
        return summary.lossPerEpoch();
    }

    /** Pairwise accuracy of the tower alone on artists held out in validation, after each epoch; empty where none could be. */
    public List<Double> validationPerEpoch() {
        return summary.validation();
    }

    /** How many (user, liked, disliked) triples the training saw. */
    public long triplets() {
        return summary.triplets();
    }

    /** The tracks whose sound or reactions the training may have seen. */
    public Set<String> trainingTracks() {
        return summary.trainingTracks();
    }

    /** Length of user and track vectors. */
    public int dimensions() {
        return settings.dimensions();
    }

    /** The listeners it knows, in order. */
    public Set<String> users() {
        return users.users();
    }

    /** A listener's vector, of length 1; empty for one whom the training did not see. */
    public Optional<float[]> userVector(String userId) {
        return users.find(userId);
    }

    /**
     * The vector of whoever did this, of length 1; {@link #sharedVector} where that tells nothing. Nothing is trained: the history is folded
     * in, or run through the user network.
     */
    public float[] userVector(History history) {
        return histories.vector(history, trackId -> Optional.empty());
    }

    /**
     * The same, where tracks that the training has not seen tell something too: by what the tower hears in them.
     *
     * @param vectors of tracks, as {@link #embed} gives them; empty where a track has none
     */
    public float[] userVector(History history, Function<String, Optional<float[]>> vectors) {
        return histories.vector(history, vectors);
    }

    /** The vector that stands for listeners in general. */
    public float[] sharedVector() {
        float[] vector = new float[dimensions()];
        vector[0] = 1;
        return vector;
    }

    /**
     * How much a listener will like a track, in -1..1; for one who is not known, how much listeners in general will.
     *
     * @param trackVector as {@link #embed} gives it
     */
    public double score(String userId, float[] trackVector) {
        return users.find(userId).map(user -> Vectors.dot(user, trackVector)).orElse((double) trackVector[0]);
    }

    @Override
    public String name() {
        return FEATURE;
    }

    @Override
    public List<String> inputs() {
        return settings.tower().inputs();
    }

    /**
     * The vectors of tracks: one row a track that has every input.
     *
     * @param inputs every one of {@link #inputs()}: segments, or for the {@code conv} tower the frames of {@code logmel}
     */
    @Override
    public FeatureMatrix derive(Map<String, FeatureMatrix> inputs) {
        return tracks.derive(inputs);
    }

    /**
     * The vectors of the tracks that have the tower's features in the store, in the order of their ids; the features of a few
     * tracks are in memory at a time.
     *
     * @throws TasteprintException {@code NOT_FOUND} when none of them has
     */
    public FeatureMatrix embed(FeatureStore store, Collection<String> trackIds) {
        return tracks.embed(store, trackIds);
    }

    /**
     * One vector for several tracks that belong together, such as an artist's: that of their mean sound. Tracks without features are
     * passed over.
     *
     * @param groups ids of tracks, by the name of what they make up
     * @return a row for each group that has a track with features, named as the group
     * @throws TasteprintException {@code NOT_FOUND} when no track has features
     */
    public FeatureMatrix embedTogether(FeatureStore store, Map<String, List<String>> groups) {
        return tracks.embedTogether(store, groups);
    }

    Summary summary() {
        return summary;
    }

    UserVectors userVectors() {
        return users;
    }

    HistoryVectors histories() {
        return histories;
    }

    TrackEmbedding tracks() {
        return tracks;
    }
}
