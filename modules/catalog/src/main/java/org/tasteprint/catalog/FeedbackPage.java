package org.tasteprint.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Some of what a listener did.
 *
 * @param entries newest first, those without a time last
 * @param next    what to ask after for the next page, or empty on the last
 */
public record FeedbackPage(List<FeedbackEntry> entries, Optional<String> next) {
    public FeedbackPage {
        entries = List.copyOf(entries);
    }
}
