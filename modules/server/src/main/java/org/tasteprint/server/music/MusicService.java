package org.tasteprint.server.music;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.SpaceVersion;
import org.tasteprint.index.VectorSpace;

/**
 * The answers that need a model: the server asks, whoever wires the program together answers. Implementations are safe for use
 * by several threads; every method may throw a {@link TasteprintException}, whose kind decides the HTTP status.
 */
public interface MusicService {
    /** What is there to answer with at the moment. Cheap: asked by every health check. */
    Status status();

    /** The space of that name, or the one to search where none is named for an empty one. Cheap: asked by every search. */
    Optional<VectorSpace> space(String name);

    /** The space of how tracks sound, whoever likes them; where there is none, the one to search where none is named. */
    Optional<VectorSpace> soundSpace();

    /** The active version of every space, by name. */
    List<SpaceInfo> spaces();

    /** The versions of a space that are on disk, oldest first. */
    List<SpaceVersion> versions(String space);

    /** The models that there are: pretrained networks and what was trained here. */
    List<ModelInfo> models();

    /**
     * Tracks that a listener does not know yet and may like, best first.
     *
     * @param userId a user of the catalogue
     * @param k      how many at most, at least 1
     */
    List<Suggestion> recommend(String userId, int k);

    /**
     * The same for somebody of whom nothing is known but a history; nothing of it is kept.
     *
     * @param k how many at most, at least 1
     */
    List<Suggestion> recommend(History history, int k);

    /** The direction in a space of what a listener would like; empty where the space knows tracks alone, or not this listener. */
    Optional<float[]> listenerVector(String space, String userId);

    /**
     * Where a sound file would lie in a space.
     *
     * @param audio an uploaded file; it is deleted after the call
     * @param space one of {@link Status#spaces()}
     * @return float[dimensions of the space]
     * @throws TasteprintException of kind {@code INVALID_INPUT} when the file is no audio that can be read, and of kind
     *     {@code UNAVAILABLE} when what makes the vectors of the space is not there
     */
    float[] vector(Path audio, String space);

    /** The folder of the evaluations that were kept: JSON files with {@code kind}, {@code time}, {@code settings} and {@code report}. */
    Path evaluations();

    /**
     * The genre of a sound file.
     *
     * @param audio  an uploaded file; it is deleted after the call
     * @param middle how much of its middle to listen to; zero for all
     * @throws TasteprintException of kind {@code INVALID_INPUT} when the file is no audio that can be read, and of kind
     *     {@code UNAVAILABLE} when no genre model is there
     */
    GenreGuess classify(Path audio, Duration middle);

    /**
     * What a network hears in a sound file.
     *
     * @param audio an uploaded file; it is deleted after the call
     * @param model one of {@link Status#taggers()}
     * @param hop   seconds from one window to the next: 1 or 3
     * @throws TasteprintException of kind {@code INVALID_INPUT} when the file is no audio that can be read, and of kind
     *     {@code UNAVAILABLE} when the network's weights are not there
     */
    TagGuess tags(Path audio, String model, int hop);

    /**
     * @param spaces       names of the embedding spaces that can be searched, or empty
     * @param defaultSpace the one to use when a request names none; empty only when there is no space
     * @param genreModel   whether {@link #classify} can answer
     * @param taggers      names of the networks that {@link #tags} can ask, the one to use by default first
     * @param missing      what still has to be there before requests can be answered, a few words each; empty = ready
     */
    record Status(List<String> spaces, String defaultSpace, boolean genreModel, List<String> taggers, List<String> missing) {
        public Status {
            spaces = List.copyOf(spaces);
            taggers = List.copyOf(taggers);
            missing = List.copyOf(missing);
            requireNonNull(defaultSpace, "defaultSpace is null");
            if (!spaces.contains(defaultSpace) && !(spaces.isEmpty() && defaultSpace.isEmpty())) {
                throw new IllegalArgumentException("defaultSpace must be one of " + spaces + "; defaultSpace=" + defaultSpace);
            }
        }
    }

    /**
     * @param name       {@code musicnn-msd}, {@code taste}, {@code genre}
     * @param kind       {@code pretrained}, or {@code trained} here
     * @param state      {@code here}, {@code shipped} with the program, or {@code absent}
     * @param licence    of its weights; empty for what was trained here
     * @param about      what it is
     * @param parameters how it was trained, by name; empty for a pretrained one
     */
    record ModelInfo(String name, String kind, String state, String licence, String about, Map<String, String> parameters) {
        public ModelInfo {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * @param score higher is better; comparable within one answer only
     * @param why   one sentence for the listener
     */
    record Suggestion(String trackId, double score, String why) {}

    /**
     * @param genre         the most probable label
     * @param probabilities by label, adding up to 1; the order is kept
     * @param segments      how many stretches of the file were judged
     */
    record GenreGuess(String genre, Map<String, Double> probabilities, int segments) {
        public GenreGuess {
            requireNonNull(genre, "genre is null");
            probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        }
    }

    /**
     * @param tags     in the order of the network's outputs
     * @param times    when each window begins, in seconds
     * @param values   float[windows][tags] probabilities
     * @param duration how much of the file was heard, in seconds
     */
    record TagGuess(List<String> tags, List<Double> times, List<float[]> values, double duration) {}
}
