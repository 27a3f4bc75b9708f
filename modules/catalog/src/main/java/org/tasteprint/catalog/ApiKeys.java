package org.tasteprint.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * The keys of the HTTP API. A key is 256 random bits, shown once when it is made; the database has its SHA-256 alone, so that
 * whoever reads the database or a backup cannot ask with it.
 */
public final class ApiKeys {
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 5;
    private static final int LONGEST_NAME = 200;
    private static final String SELECT = "SELECT id, name, scope, user_id, created FROM api_keys";

    private final Catalog catalog;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A key that was just made.
     *
     * @param key    what is kept of it
     * @param secret what clients send; kept nowhere
     */
    public record Made(ApiKey key, String secret) {
        @Override
        public String toString() {
            return "Made[key=%s]".formatted(key);
        }
    }

    /**
     * Makes a key.
     *
     * @param userId the listener whose listens arrive with it, or empty
     * @throws TasteprintException {@code INVALID_INPUT} when the name is blank or longer than 200 characters
     */
    public Made create(String name, ApiKey.Scope scope, String userId) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "the name of a key must have 1 to %d characters: say what it is for".formatted(LONGEST_NAME));
        }
        String secret = "tp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        ApiKey key = catalog.transaction(handle -> handle.createQuery("""
                        INSERT INTO api_keys (id, name, scope, user_id, hash) VALUES (:id, :name, :scope, :user, :hash)
                        RETURNING id, name, scope, user_id, created""")
                .bind("id", HexFormat.of().formatHex(bytes(ID_BYTES)))
                .bind("name", name.strip())
                .bind("scope", scope.toString())
                .bind("user", userId)
                .bind("hash", hash(secret))
                .map(ApiKeys::key)
                .one());
        return new Made(key, secret);
    }

    /** Every key, oldest first. */
    public List<ApiKey> list() {
        return catalog.transaction(handle -> handle.createQuery(SELECT + " ORDER BY created, id").map(ApiKeys::key).list());
    }

    /** The key with this secret. Looked up by its hash, so that the time it takes tells nothing about it. */
    public Optional<ApiKey> find(String secret) {
        return catalog.transaction(handle -> handle.createQuery(SELECT + " WHERE hash = :hash")
                .bind("hash", hash(secret))
                .map(ApiKeys::key)
                .findOne());
    }

    /** Whether there is any. */
    public boolean any() {
        return catalog.transaction(handle ->
                handle.createQuery("SELECT EXISTS (SELECT FROM api_keys)").mapTo(Boolean.class).one());
    }

    /**
     * Deletes a key.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is none of that id
     */
    public ApiKey revoke(String id) {
        return catalog.transaction(handle -> handle
                        .createQuery("DELETE FROM api_keys WHERE id = :id RETURNING id, name, scope, user_id, created")
                        .bind("id", id)
                        .map(ApiKeys::key)
                        .findOne())
                .orElseThrow(() -> new TasteprintException(
                        Kind.NOT_FOUND, "there is no key with the id '%s': list them with './tasteprint keys list'".formatted(id)));
    }

    private static ApiKey key(ResultSet row, StatementContext context) throws SQLException {
        return new ApiKey(
                row.getString(1),
                row.getString(2),
                ApiKey.Scope.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                row.getTimestamp(5).toInstant());
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
