package org.tasteprint.catalog;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Takes staged listeners into the catalogue; attributes that the rows do not name stay. */
final class UserLoad {
    private static final String COLUMNS = "line bigint, id text COLLATE \"C\", attributes jsonb";

    private static final String INSERT =
            """
            INSERT INTO users (id, attributes)
            SELECT DISTINCT ON (id) id, attributes FROM staged_users ORDER BY id, line DESC
            ON CONFLICT (id) DO UPDATE SET attributes = users.attributes || excluded.attributes
            WHERE NOT users.attributes @> excluded.attributes""";

    private UserLoad() {}

    /** Rows are line, id, attributes as a JSON object. */
    static Staging stage(Handle handle) throws SQLException {
        return Staging.into(handle, "staged_users", COLUMNS);
    }

    static void store(Handle handle) {
        handle.execute(INSERT);
    }
}
