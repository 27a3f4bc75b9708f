package org.tasteprint.core;

import static java.util.Objects.requireNonNull;

/**
 * An error that a person caused or can mend. Its message is one line: what happened, to which file, row or name, and what to
 * do next. Anything else that is thrown is a defect of the program.
 */
public class TasteprintException extends RuntimeException {
    /** What sort of error it is: decides the HTTP status. */
    public enum Kind {
        /** What was handed in is wrong. */
        INVALID_INPUT,
        /** What was asked for does not exist. */
        NOT_FOUND,
        /** It does not go together with what is there, or with what is being done at the moment. */
        CONFLICT,
        /** Something that is needed cannot be reached now: a database, a disk, a network, a model. */
        UNAVAILABLE
    }

    private final Kind kind;

    /** @param message one line: what happened and what to do next */
    public TasteprintException(Kind kind, String message) {
        super(requireNonNull(message, "message is null"));
        this.kind = requireNonNull(kind, "kind is null");
    }

    /** @param message one line: what happened and what to do next */
    public TasteprintException(Kind kind, String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.kind = requireNonNull(kind, "kind is null");
    }

    public Kind kind() {
        return kind;
    }
}
