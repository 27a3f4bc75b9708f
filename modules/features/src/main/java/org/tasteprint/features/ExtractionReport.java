package org.tasteprint.features;

import java.util.List;

/**
 * What an extraction did.
 *
 * @param extracted tracks of which features were computed now
 * @param cached    tracks of which everything asked for was there already
 * @param failed    tracks that could not be extracted
 * @param flawed    extracted tracks whose files are damaged or cut off, and what is wrong: their features are those of what is left
 * @param seconds   how long it took
 */
public record ExtractionReport(int extracted, int cached, List<Failure> failed, List<Failure> flawed, double seconds) {
    public ExtractionReport {
        failed = List.copyOf(failed);
        flawed = List.copyOf(flawed);
    }
}
