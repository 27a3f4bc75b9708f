package org.tasteprint.features;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.tasteprint.catalog.Rejection;

/**
 * What was taken from one pair of files {@code features/NAME.npy} and {@code features/NAME.csv}.
 *
 * @param feature    its name
 * @param dimensions length of a row; 0 when the files could not be used
 * @param tracks     tracks of the catalogue that have it now
 * @param changed    those of them that did not have it, or had other values
 * @param rejected   rows and files that were left out
 */
public record ImportedFeature(String feature, int dimensions, int tracks, int changed, List<Rejection> rejected) {
    public ImportedFeature {
        requireNonNull(feature, "feature is null");
        rejected = List.copyOf(rejected);
    }
}
