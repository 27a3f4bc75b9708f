package org.tasteprint.taste.user;

import java.util.Locale;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** How a listener's direction comes of their history. */
public enum UserKind {
    /** Implicit matrix factorisation (Hu, Koren and Volinsky 2008). */
    ALS,
    /** The candidate network of Covington, Adams and Sargin 2016. */
    DNN;

    /**
     * Reads what people write: {@code als} or {@code dnn}.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when it is neither
     */
    public static UserKind parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "als" -> ALS;
            case "dnn" -> DNN;
            default -> throw new TasteprintException(
                    Kind.INVALID_INPUT, "there is no user model '%s': it is als or dnn".formatted(text));
        };
    }

    /** As people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
