package org.tasteprint.backbone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.Sha256;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.SafeTensors;
import org.tasteprint.nets.format.SafeTensors.Precision;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trained network as it is given away: half-precision safetensors whose metadata say how it came to be. They hold {@code network},
 * {@code widths} (timbral, temporal, middle, dense, tags), and as JSON {@code tags}, {@code provenance}, {@code curve} and
 * {@code figures}.
 *
 * @param weights    rounded to half precision, so that the figures are those of the file
 * @param provenance how it was made
 * @param curve      the epochs
 * @param best       the epoch that the weights are of
 * @param figures    on held-out songs
 */
record BackboneFile(
        Map<String, Tensor> weights,
        Provenance provenance,
        Progression curve,
        int best,
        BackboneTraining.Figures figures) {

    static BackboneFile of(
            BackboneSettings settings, String dataHash, Progression last, int best, HeldOutSongs judges) {
        Map<String, Tensor> halves = new LinkedHashMap<>();
        last.best().forEach((name, tensor) -> halves.put(name, rounded(tensor)));
        HeldOutSongs.Answers answers = judges.ask(halves);
        Map<String, Double> groups = new LinkedHashMap<>();
        Tags.byGroup().forEach((group, tags) -> answers.rocAuc(tags).ifPresent(area -> groups.put(group, area)));
        BackboneTraining.Figures figures = new BackboneTraining.Figures(
                judges.songs(),
                judges.patches(),
                answers.rocAuc(Tags.names()).orElse(Double.NaN),
                groups,
                answers.rocAuc());
        return new BackboneFile(halves, provenance(settings, dataHash, best), last, best, figures);
    }

    private static Provenance provenance(BackboneSettings settings, String dataHash, int best) {
        Map<String, String> parameters = new TreeMap<>(settings.asText());
        parameters.put("best_epoch", Integer.toString(best));
        String version = BackboneFile.class.getPackage().getImplementationVersion();
        return new Provenance(
                Instant.now(),
                "by song: one of every %d held out to choose the epoch and for the figures".formatted(BackboneSettings.HELD_OUT),
                settings.seed(),
                dataHash,
                parameters,
                "tasteprint %s, PyTorch %s through DJL, Java %s"
                        .formatted(
                                version == null ? "unreleased" : version,
                                PyTorch.version(),
                                Runtime.version().feature()));
    }

    private static Tensor rounded(Tensor tensor) {
        float[] values = tensor.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(Float.floatToFloat16(values[i]));
        }
        return new Tensor(tensor.shape(), values);
    }

    BackboneTraining write(Path file, double seconds) {
        JsonMapper json = JsonMapper.shared();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("network", "musicnn");
        metadata.put("widths", provenance.parameters().get("widths") + "," + Tags.names().size());
        metadata.put("tags", json.writeValueAsString(Tags.names()));
        metadata.put("provenance", json.writeValueAsString(provenance));
        metadata.put("curve", json.writeValueAsString(curve.curve()));
        metadata.put("figures", json.writeValueAsString(figures));
        SafeTensors.write(file, new SafeTensors.Content(weights, metadata), Precision.F16);
        try {
            byte[] written = Files.readAllBytes(file);
            MessageDigest digest = Sha256.digest();
            digest.update(written);
            return new BackboneTraining(
                    file, written.length, Sha256.hexadecimal(digest), Tags.names(), curve.curve(), best, figures, seconds);
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read %s (%s): check its permissions".formatted(file, e.getMessage()), e);
        }
    }
}
