package org.tasteprint.genre;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Provenance;

/** A trained model that tells the genre of a song from the features of its segments. Immutable. */
public final class GenreModel {
    GenreModel() {}

    /** The labels it knows, in alphabetical order. */
    public List<String> labels() {
        throw new UnsupportedOperationException("labels");
    }

    public GenreSettings settings() {
        throw new UnsupportedOperationException("settings");
    }

    public Provenance provenance() {
        throw new UnsupportedOperationException("provenance");
    }

    /** The genre of one track, whose features are given by name: at least those of {@link GenreSettings#features()}. */
    public Classification classify(Map<String, FeatureMatrix> featuresOfOneTrack) {
        throw new UnsupportedOperationException("classify");
    }

    /** Writes the model as one file. */
    public void save(Path file) {
        throw new UnsupportedOperationException("save");
    }

    /** Reads what {@link #save} wrote. */
    public static GenreModel load(Path file) {
        throw new UnsupportedOperationException("load");
    }
}
