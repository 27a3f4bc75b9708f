package org.tasteprint.catalog;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Tells failures of the database that a person can mend from defects of the program, by SQLSTATE (PostgreSQL, appendix A). */
final class SqlFailures {
    private SqlFailures() {}

    /** A database that could not be opened. */
    static TasteprintException unreachable(Database.External database, SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        String advice =
                switch (state) {
                    case "28P01", "28000" -> "the user name or password is wrong: give them as ?user=…&password=…";
                    case "3D000" -> "the server has no database of that name: make it with createdb";
                    case "53300" -> "the server has no connection left: raise its max_connections or close others";
                    default -> "is the server running, and are host, port and name right? (%s)".formatted(firstLine(e));
                };
        return new TasteprintException(Kind.UNAVAILABLE, "cannot open the database %s: %s".formatted(database.address(), advice), e);
    }

    /** The failure behind an exception of a library, where a person can mend it. */
    static Optional<TasteprintException> mendable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TasteprintException known) {
                return Optional.of(known);
            }
            if (cause instanceof SQLException sql) {
                return mendable(sql);
            }
        }
        return Optional.empty();
    }

    /** What to throw for it: an error that a person can mend, or the failure itself. */
    static RuntimeException explained(Exception thrown) {
        Optional<TasteprintException> mendable = mendable(thrown);
        if (mendable.isPresent()) {
            return mendable.get();
        }
        return thrown instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("the database refused: " + firstLine(thrown), thrown);
    }

    private static Optional<TasteprintException> mendable(SQLException e) {
        if (e instanceof SQLTransientConnectionException && e.getSQLState() == null) {
            return Optional.of(new TasteprintException(
                    Kind.UNAVAILABLE, "too many ask the database at once: try again in a few seconds", e));
        }
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (state.equals("22021")) {
            return Optional.of(new TasteprintException(
                    Kind.INVALID_INPUT, "a NUL character cannot be part of a name or text: leave it out", e));
        }
        String advice =
                switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                    case "08", "57" -> "the connection to the database is lost: start it again, then repeat what you did";
                    case "53" -> "the database has run out of something: free disk space or memory on its machine, then repeat what you did";
                    case "42" -> state.equals("42501") ? "the database user may not do this: grant it the rights, or use another user" : "";
                    case "25" -> state.equals("25006") ? "the database is read-only: use one that can be written to" : "";
                    default -> "";
                };
        return advice.isEmpty()
                ? Optional.empty()
                : Optional.of(new TasteprintException(Kind.UNAVAILABLE, "%s (%s)".formatted(advice, firstLine(e)), e));
    }

    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
