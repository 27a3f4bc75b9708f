package org.tasteprint.cli.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.tasteprint.core.TasteprintException;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Defaults of options from the environment, else from {@code tasteprint.properties} in the home folder: {@code --port} is
 * {@code TASTEPRINT_PORT} there and {@code port} here.
 */
final class ConfiguredDefaults implements IDefaultValueProvider {
    private final Properties file = read();

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !option.longestName().startsWith("--")) {
            return null;
        }
        String name = option.longestName().substring(2);
        String fromEnvironment = System.getenv("TASTEPRINT_" + name.replace('-', '_').toUpperCase(Locale.ROOT));
        return fromEnvironment != null ? fromEnvironment : file.getProperty(name);
    }

    private static Properties read() {
        String home = System.getenv().getOrDefault("TASTEPRINT_HOME", System.getProperty("user.home") + "/.tasteprint");
        Path path = Path.of(home, "tasteprint.properties");
        Properties properties = new Properties();
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new TasteprintException(
                        TasteprintException.Kind.INVALID_INPUT,
                        "cannot read %s (%s): mend or remove it".formatted(path, e.getMessage()),
                        e);
            }
        }
        return properties;
    }
}
