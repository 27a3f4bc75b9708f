package org.tasteprint.features;

import java.util.List;

/**
 * What an extraction did.
 *
 * @param extracted tracks of which features were computed now
 * @param cached    tracks of which everything asked for was there already
 * @param failed    tracks that could not be extracted
 * @param seconds   how long it took
 */
public record ExtractionReport(int extracted, int cached, List<Failure> failed, double seconds) {
    public ExtractionReport {
        failed = List.copyOf(failed);
    }
}
