package org.tasteprint.server.security;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import java.util.Optional;
import org.tasteprint.catalog.ApiKey;

/**
 * Who asks.
 *
 * @param key     the key that they asked with; empty for somebody who needs none
 * @param address where they are
 */
public record Caller(Optional<ApiKey> key, String address) {
    /** The server, which asks itself when it starts; no address is called so. */
    static final Caller THE_SERVER = new Caller(Optional.empty(), "the server itself");

    private static final String ATTRIBUTE = "tasteprint.caller";

    public Caller {
        requireNonNull(key, "key is null");
        requireNonNull(address, "address is null");
    }

    /** Who asks with this request. */
    public static Caller of(Context request) {
        Caller known = request.attribute(ATTRIBUTE);
        return known == null ? new Caller(Optional.empty(), request.ip()) : known;
    }

    void ask(Context request) {
        request.attribute(ATTRIBUTE, this);
    }

    /** What they are called in logs: the id of their key, or their address. */
    public String name() {
        return key.map(ApiKey::id).orElse(address);
    }
}
