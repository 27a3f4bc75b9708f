package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** Where the catalogue is kept. */
public sealed interface Database {
    /**
     * A PostgreSQL of our own: real server binaries, started on a free loopback port when the catalogue is opened and stopped
     * when the last process that uses the folder has closed it.
     *
     * @param folder keeps the data, the server's binaries and its log; made when absent
     */
    record Embedded(Path folder) implements Database {
        public Embedded {
            folder = requireNonNull(folder, "folder is null").toAbsolutePath().normalize();
        }
    }

    /**
     * A PostgreSQL that somebody else runs, version 15 or later.
     *
     * @param jdbcUrl {@code jdbc:postgresql://host:port/name?user=…&password=…}
     */
    record External(String jdbcUrl) implements Database {
        public External {
            requireNonNull(jdbcUrl, "jdbcUrl is null");
        }

        /** The URL up to its parameters and without a password, for messages. */
        public String address() {
            return jdbcUrl.replaceFirst("[?].*", "").replaceFirst("//[^/@]*@", "//");
        }

        @Override
        public String toString() {
            return "External[" + address() + "]";
        }
    }
}
