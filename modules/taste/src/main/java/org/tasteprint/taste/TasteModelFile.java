package org.tasteprint.taste;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.SafeTensors;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.shared.Blend;
import org.tasteprint.taste.shared.Ridge;
import org.tasteprint.taste.shared.SharedTaste;
import org.tasteprint.taste.sound.Mix;
import org.tasteprint.taste.sound.SoundRegression;
import org.tasteprint.taste.table.Numbered;
import org.tasteprint.taste.table.SortedIds;
import org.tasteprint.taste.table.VectorTable;
import org.tasteprint.taste.tower.Standardisation;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.user.UserModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A taste model as one safetensors file.
 *
 * <p>Tensors: {@code users} [listeners][dimensions], {@code summary.mean} and {@code summary.scale} [inputs], {@code
 * shared.weights} with the intercept last, and the parameters of the tower as {@code tower.NAME}, of the regression as {@code
 * regression.NAME} and of the user model as {@code history.NAME}. Metadata: {@code format}, and {@code model}, which is JSON:
 * settings, provenance, ids of the listeners, names of the items of histories, mix and blend, training tracks and losses.
 */
final class TasteModelFile {
    private static final String FORMAT = "tasteprint taste 3";
    private static final String TOWER = "tower.";
    private static final String HISTORY = "history.";
    private static final String USERS = "users";
    private static final String ITEMS = "history.items";
    private static final String REGRESSION = "regression.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the metadata say. */
    record Header(
            Map<String, String> settings,
            Provenance provenance,
            TasteModel.Summary summary,
            List<String> users,
            List<String> items,
            Mix mix,
            SharedTaste.Basis shared,
            Blend blend) {}

    private TasteModelFile() {}

    static void write(Path file, TasteModel model) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("summary.mean", vector(model.tracks().standardisation().mean()));
        tensors.put("summary.scale", vector(model.tracks().standardisation().scale()));
        Ridge.Linear linear = model.tracks().shared().linear();
        float[] weights = Arrays.copyOf(linear.weights(), linear.weights().length + 1);
        weights[weights.length - 1] = (float) linear.intercept();
        tensors.put("shared.weights", vector(weights));
        model.tracks().regression().tensors().forEach((name, tensor) -> tensors.put(REGRESSION + name, tensor));
        model.tracks().tower().forEach((name, tensor) -> tensors.put(TOWER + name, tensor));
        HistoryVectors histories = model.histories();
        Map<String, SafeTensors.Table> tables =
                Map.of(USERS, model.userVectors().vectors().saved(), ITEMS, histories.users().items().saved());
        histories.users().tensors().forEach((name, tensor) -> tensors.put(HISTORY + name, tensor));
        Header header = new Header(
                model.settings().asText(),
                model.provenance(),
                model.summary().withTrainingTracks(isAllItems(model) ? Set.of() : model.trainingTracks()),
                model.userVectors().inOrder(),
                histories.columns().names(),
                model.tracks().mix(),
                model.tracks().shared().basis(),
                histories.blend());
        SafeTensors.write(
                file,
                new SafeTensors.Content(tensors, tables, Map.of("format", FORMAT, "model", JSON.writeValueAsString(header))));
    }

    static TasteModel read(Path file) {
        SafeTensors.Content content = SafeTensors.read(file, Set.of(USERS, ITEMS)::contains);
        if (!FORMAT.equals(content.metadata().get("format"))) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "%s is no taste model of this version (format '%s'): train taste again"
                            .formatted(file, content.metadata().getOrDefault("format", "none")));
        }
        try {
            return model(content, JSON.readValue(content.metadata().get("model"), Header.class));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "%s is damaged (%s): train taste again".formatted(file, e.getMessage()), e);
        }
    }

    private static TasteModel model(SafeTensors.Content content, Header header) {
        TasteSettings settings = TasteSettings.fromText(header.settings());
        UserModel userModel = UserModel.of(settings.users(), VectorTable.of(content.tables().get(ITEMS)), under(HISTORY, content));
        float[] shared = content.tensors().get("shared.weights").values();
        return new TasteModel(
                settings,
                header.provenance(),
                header.summary().trainingTracks().isEmpty()
                        ? header.summary().withTrainingTracks(tracks(header.items()))
                        : header.summary(),
                new UserVectors(SortedIds.of(header.users()), VectorTable.of(content.tables().get(USERS))),
                new HistoryVectors(userModel, new Numbered(header.items()), header.blend()),
                new TrackEmbedding(
                        settings,
                        new Standardisation(
                                content.tensors().get("summary.mean").values(), content.tensors().get("summary.scale").values()),
                        new SharedTaste(
                                new Ridge.Linear(Arrays.copyOf(shared, shared.length - 1), shared[shared.length - 1]), header.shared()),
                        SoundRegression.of(under(REGRESSION, content)),
                        header.mix(),
                        under(TOWER, content)));
    }

    /** Whether the items tell the training tracks, which then are not written a second time. */
    private static boolean isAllItems(TasteModel model) {
        return tracks(model.histories().columns().names()).equals(model.trainingTracks());
    }

    private static Set<String> tracks(List<String> items) {
        return SortedIds.of(items.stream().flatMap(item -> Listening.trackOf(item).stream()).toList());
    }

    private static Map<String, Tensor> under(String prefix, SafeTensors.Content content) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                tensors.put(name.substring(prefix.length()), tensor);
            }
        });
        return tensors;
    }

    private static Tensor vector(float[] values) {
        return new Tensor(new long[] {values.length}, values);
    }
}
