package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.List;

/**
 * Every setting, and what it is now.
 *
 * @param file     of settings, whether it exists or not
 * @param settings by name
 */
public record ConfigResult(Path file, List<Setting> settings) {
    public ConfigResult {
        settings = List.copyOf(settings);
    }

    /**
     * One setting.
     *
     * @param name         in the file
     * @param flag         on the command line
     * @param environment  variable; the same with {@code _FILE} behind it names a file that holds the value
     * @param commands     that know it; {@code *} for all
     * @param defaultValue what it is where nothing is said, empty for nothing
     * @param value        what it is now; hidden where it is a secret
     * @param source       of the value: flag, environment, file, default
     */
    public record Setting(
            String name, String flag, String environment, List<String> commands, String defaultValue, String value, String source) {
        public Setting {
            commands = List.copyOf(commands);
        }
    }
}
