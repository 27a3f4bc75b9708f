package org.tasteprint.server.http;

import org.tasteprint.core.TasteprintException;

/** A parameter of a request has a value that it cannot have; the message names it, its value and what is allowed. */
public final class BadParameterException extends TasteprintException {
    private static final int SHOWN_CHARACTERS = 100;

    private final String parameter;

    /**
     * @param allowed what the value must be, as in "must be a whole number in 1..100"
     */
    public BadParameterException(String parameter, String value, String allowed) {
        super(Kind.INVALID_INPUT, "%s %s; %s=%s".formatted(parameter, allowed, parameter, shown(value)));
        this.parameter = parameter;
    }

    private BadParameterException(String parameter, String message) {
        super(Kind.INVALID_INPUT, message);
        this.parameter = parameter;
    }

    /** A parameter that is not there, or is there but should not be. */
    public static BadParameterException saying(String parameter, String message) {
        return new BadParameterException(parameter, message);
    }

    /** Its name. */
    public String parameter() {
        return parameter;
    }

    /** As much of a value as fits into a message. */
    public static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
