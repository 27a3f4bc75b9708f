package org.tasteprint.genre;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Sha256;

/** The hash of what a model learned from: every row with its track and label, in the order of training. */
final class TrainingHash {
    private final MessageDigest digest = Sha256.digest();

    /** @param genreOf the label of each track */
    void add(FeatureMatrix rows, Map<String, String> genreOf) {
        ByteBuffer row = ByteBuffer.allocate(rows.dimensions() * Float.BYTES);
        for (int r = 0; r < rows.rows(); r++) {
            String id = rows.trackIds().get(r);
            digest.update((id + "\n" + genreOf.get(id) + "\n").getBytes(StandardCharsets.UTF_8));
            row.clear().asFloatBuffer().put(rows.values(), r * rows.dimensions(), rows.dimensions());
            digest.update(row);
        }
    }

    /** 64 hexadecimal digits; nothing may be added afterwards. */
    String hexadecimal() {
        return Sha256.hexadecimal(digest);
    }
}
