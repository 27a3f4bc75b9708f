package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tasteprint.audio.Excerpt;
import org.tasteprint.core.Provenance;
import org.tasteprint.features.Hop;
import org.tasteprint.features.Taggram;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.SpaceVersion;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.server.music.History;
import org.tasteprint.server.music.MusicService;

/** Answers the server's questions with the models and spaces of a workspace. */
final class LiveMusicService implements MusicService {
    private final Workspace workspace;

    LiveMusicService(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Status status() {
        List<String> spaces = workspace.spaces().spaces().stream().map(SpaceInfo::name).toList();
        boolean genreModel = workspace.genres().isTrained();
        List<String> missing = new ArrayList<>();
        if (spaces.isEmpty()) {
            missing.add("embedding spaces: run './tasteprint index'");
        }
        return new Status(spaces, spaces.isEmpty() ? "" : workspace.spaceWork().defaultSpace(), genreModel, workspace.tags().taggers(), missing);
    }

    @Override
    public Optional<VectorSpace> space(String name) {
        return workspace.spaces().space(name.isEmpty() ? workspace.spaceWork().defaultSpace() : name);
    }

    @Override
    public Optional<VectorSpace> soundSpace() {
        return Defaults.spaces().stream()
                .flatMap(name -> workspace.spaces().space(name).stream())
                .findFirst()
                .or(() -> space(""));
    }

    @Override
    public List<SpaceInfo> spaces() {
        return workspace.spaces().spaces();
    }

    @Override
    public List<ModelInfo> models() {
        Stream<ModelInfo> pretrained = workspace.pretrained().list().models().stream()
                .map(model -> new ModelInfo(
                        model.name(), "pretrained", model.state(), model.licence(), model.description(), Map.of()));
        Stream<ModelInfo> taste = workspace.tasteModel().current().stream()
                .map(model -> trained("taste", "what listeners would like, from sound", model.provenance()));
        Stream<ModelInfo> genre = workspace.genreModel().current().stream()
                .map(model -> trained("genre", "genres: " + String.join(", ", model.labels()), model.provenance()));
        return Stream.of(pretrained, taste, genre).flatMap(models -> models).toList();
    }

    private static ModelInfo trained(String name, String about, Provenance made) {
        Map<String, String> parameters = new TreeMap<>(made.parameters());
        parameters.put("made", made.made().toString());
        parameters.put("data_hash", made.dataHash());
        parameters.put("software", made.software());
        return new ModelInfo(name, "trained", "here", "", about, parameters);
    }

    @Override
    public List<Suggestion> recommend(String userId, int k) {
        return suggestions(workspace.search().recommend(userId, k));
    }

    @Override
    public List<Suggestion> recommend(History history, int k) {
        return suggestions(workspace.search().recommend(
                new org.tasteprint.taste.History(history.tracks(), history.artists(), Map.of()), k));
    }

    private static List<Suggestion> suggestions(RecommendResult recommended) {
        return recommended.results().stream()
                .map(found -> new Suggestion(found.trackId(), found.score(), found.why()))
                .toList();
    }

    @Override
    public Optional<float[]> listenerVector(String space, String userId) {
        return space.equals(TasteWork.FEATURE)
                ? workspace.catalog().user(userId).map(user -> workspace.search().direction(user))
                : Optional.empty();
    }

    @Override
    public float[] vector(Path audio, String space) {
        return workspace.spaceWork().vector(audio, space);
    }

    @Override
    public Path evaluations() {
        return workspace.settings().evaluations();
    }

    @Override
    public List<SpaceVersion> versions(String space) {
        return workspace.spaces().versions(space);
    }

    @Override
    public GenreGuess classify(Path audio, Duration middle) {
        Excerpt excerpt = middle.isZero() ? new Excerpt.Whole() : new Excerpt.Middle(middle);
        var classification = workspace.genres().classify(audio, excerpt);
        return new GenreGuess(
                classification.genre(), classification.probabilities(), classification.segments());
    }

    @Override
    public TagGuess tags(Path audio, String model, int hop) {
        Taggram taggram = workspace.tags().listen(audio, model, hop == 1 ? Hop.ONE_SECOND : Hop.THREE_SECONDS);
        return new TagGuess(taggram.tags(), taggram.times(), taggram.values(), taggram.duration());
    }
}
