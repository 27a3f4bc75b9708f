package org.tasteprint.catalog.log;

/** A row of a file cannot be taken; the message is the reason that the report gives. */
public final class BadRow extends RuntimeException {
    /** @param reason what is wrong with the row, in a few words */
    public BadRow(String reason) {
        super(reason, null, false, false);
    }
}
