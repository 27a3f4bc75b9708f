package org.tasteprint.catalog;

/** A row of a file cannot be taken; the message is the reason that the report gives. */
final class BadRow extends RuntimeException {
    BadRow(String reason) {
        super(reason, null, false, false);
    }
}
