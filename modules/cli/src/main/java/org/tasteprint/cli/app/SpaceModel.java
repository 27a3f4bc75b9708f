package org.tasteprint.cli.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.Sha256;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.Hop;
import org.tasteprint.nets.registry.PretrainedModel;
import org.tasteprint.taste.TasteModel;

/** What makes the vectors of one space: the trained taste, a pretrained network, or plain arithmetic on sound. */
final class SpaceModel {
    private static final String UPLOAD = "upload";

    private final Workspace workspace;
    private final String feature;

    private SpaceModel(Workspace workspace, String feature) {
        this.workspace = workspace;
        this.feature = feature;
    }

    /** The model of a feature, which the space bears the name of. */
    static SpaceModel of(Workspace workspace, String feature) {
        return new SpaceModel(workspace, feature);
    }

    /** How it came to be: for what was trained here, how that was; of others the hash of the tracks says what went through them. */
    Provenance provenance(List<String> trackIds) {
        Optional<TasteModel> taste = taste();
        Map<String, String> parameters = new HashMap<>(taste.map(model -> model.provenance().parameters()).orElse(Map.of()));
        parameters.put("feature", feature);
        Optional.of(sha256()).filter(hash -> !hash.isEmpty()).ifPresent(hash -> parameters.put(SpacesResult.MODEL, hash));
        return taste.map(TasteModel::provenance)
                .map(made -> new Provenance(made.made(), made.split(), made.seed(), made.dataHash(), parameters, made.software()))
                .orElseGet(() -> Provenance.now("every track", 0, Sha256.of(String.join("\n", trackIds)), parameters));
    }

    /** Of the model's file; empty where there is none. */
    String sha256() {
        if (taste().isPresent()) {
            return sha256(workspace.settings().tasteModel());
        }
        return workspace.registry().models().stream()
                .map(PretrainedModel::name)
                .filter(name -> feature.equals(name) || feature.startsWith(name + "-"))
                .max(Comparator.comparingInt(String::length))
                .map(workspace.registry()::sha256)
                .orElse("");
    }

    private static String sha256(Path file) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Sha256.hexadecimal(digest);
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read the model %s (%s): check its permissions".formatted(file, e.getMessage()), e);
        }
    }

    /** The vector of a sound file, before the space's preprocessing. */
    float[] vector(Path audio) {
        if (feature.equals(TasteWork.FEATURE)) {
            TasteModel model = workspace.taste().model();
            return mean(model.derive(workspace.extractor()
                    .extract(audio, UPLOAD, Set.copyOf(model.inputs()), model.settings().hop())));
        }
        if (!workspace.extractor().supported().contains(feature)) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "the vectors of the space %s are not computed here: search it by tracks".formatted(feature));
        }
        return mean(workspace.extractor().extract(audio, UPLOAD, Set.of(feature), Hop.THREE_SECONDS).get(feature));
    }

    private static float[] mean(FeatureMatrix rows) {
        return rows.meanPerTrack().row(0);
    }

    private Optional<TasteModel> taste() {
        return feature.equals(TasteWork.FEATURE) ? workspace.tasteModel().current() : Optional.empty();
    }
}
