package org.tasteprint.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** This program. */
public final class Software {
    private static final String VERSION = read();

    private Software() {}

    /** The version as the build has it, for example {@code 0.1.0}. */
    public static String version() {
        return VERSION;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Software.class.getResourceAsStream("software.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("software.properties is damaged: build again", e);
        }
        return properties.getProperty("version");
    }
}
