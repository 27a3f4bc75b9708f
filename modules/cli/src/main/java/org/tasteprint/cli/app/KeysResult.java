package org.tasteprint.cli.app;

import java.util.List;
import org.tasteprint.catalog.ApiKey;

/**
 * Keys of the HTTP API.
 *
 * @param keys   what is known of them
 * @param secret the key that was just made, which is shown this once; empty otherwise
 */
public record KeysResult(List<Listed> keys, String secret) {
    /**
     * A key, without its secret.
     *
     * @param scope {@code read}, {@code write} or {@code admin}
     * @param user  the listener whose listens arrive with it, or empty
     */
    public record Listed(String id, String name, String scope, String user, String created) {
        public static Listed of(ApiKey key) {
            return new Listed(key.id(), key.name(), key.scope().toString(), key.userId(), key.created().toString());
        }
    }
}
