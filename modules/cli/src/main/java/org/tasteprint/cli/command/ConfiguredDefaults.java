package org.tasteprint.cli.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options are where no flag says it: {@code --port} is the environment's {@code TASTEPRINT_PORT}, or what stands in the file that
 * {@code TASTEPRINT_PORT_FILE} names (as Docker hands over secrets), else {@code port} of {@code tasteprint.properties} in the home.
 */
final class ConfiguredDefaults implements IDefaultValueProvider {
    /** The one setting that the file cannot have: it says where the file is. */
    static final String HOME = "home";

    private final Map<String, String> environment;
    private final Path file;
    private final Properties properties;

    /** Where the value of a setting comes from, and the value. */
    record Found(String value, String source) {}

    private ConfiguredDefaults(Map<String, String> environment, Path file, Properties properties) {
        this.environment = environment;
        this.file = file;
        this.properties = properties;
    }

    /**
     * Reads the file of the home that a command line means.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when it cannot be read
     */
    static ConfiguredDefaults of(String[] arguments, Map<String, String> environment) {
        String home = flag(arguments)
                .or(() -> Optional.ofNullable(environment.get(variable(HOME))))
                .orElseGet(() -> System.getProperty("user.home") + "/.tasteprint");
        Path file = Path.of(home, "tasteprint.properties").toAbsolutePath().normalize();
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT, "cannot read %s (%s): mend or remove it".formatted(file, e.getMessage()), e);
            }
        }
        return new ConfiguredDefaults(environment, file, properties);
    }

    /** The last {@code --home} before a {@code --}, as picocli will read it. */
    private static Optional<String> flag(String[] arguments) {
        Optional<String> home = Optional.empty();
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (arguments[i].startsWith("--home=")) {
                home = Optional.of(arguments[i].substring("--home=".length()));
            } else if (arguments[i].equals("--home") && i + 1 < arguments.length) {
                home = Optional.of(arguments[i + 1]);
            }
        }
        return home;
    }

    /**
     * Refuses what is no setting.
     *
     * @param keys names of all settings
     * @throws TasteprintException {@code INVALID_INPUT} when the file has another
     */
    void requireKnown(Collection<String> keys) {
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (key.equals(HOME)) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT,
                        "%s cannot say where the home is, since it is found there: use --home or %s".formatted(file, variable(HOME)));
            }
            if (!keys.contains(key)) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT,
                        "%s sets '%s', which is no setting: mend or remove the line; settings are called as the flags are, without --"
                                .formatted(file, key));
            }
        }
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? key(option).flatMap(this::find).map(Found::value).orElse(null) : null;
    }

    /** What environment or file say of a setting. */
    Optional<Found> find(String key) {
        String variable = variable(key);
        if (environment.get(variable) != null) {
            return Optional.of(new Found(environment.get(variable), "environment"));
        }
        if (environment.get(variable + "_FILE") != null) {
            return Optional.of(new Found(content(variable + "_FILE"), "environment, file"));
        }
        return Optional.ofNullable(properties.getProperty(key)).map(value -> new Found(value, "file"));
    }

    private String content(String variable) {
        Path named = Path.of(environment.get(variable));
        try {
            return Files.readString(named).strip();
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "cannot read %s, which %s names: mend the path or its permissions".formatted(named, variable), e);
        }
    }

    /** What an option is called in the file; empty for one without a long name. */
    static Optional<String> key(OptionSpec option) {
        return Optional.of(option.longestName()).filter(name -> name.startsWith("--")).map(name -> name.substring(2));
    }

    /** What a setting is called in the environment. */
    static String variable(String key) {
        return "TASTEPRINT_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    Path file() {
        return file;
    }
}
