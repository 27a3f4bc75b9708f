package org.tasteprint.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.tasteprint.cli.app.ConfigResult;
import org.tasteprint.cli.app.ConfigResult.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The settings of all commands, out of the same model that parses them, so that the table cannot say anything else. */
final class SettingsTable {
    private static final String EVERY_COMMAND = "*";
    private static final String HIDDEN = "(hidden)";
    private static final Pattern SECRET = Pattern.compile("key|(.*-)?(password|secret|token)");
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("([?&]password=)[^&]*|(//[^/@:]*:)[^/@]*(?=@)");

    /** Settings of one name and default are one row, whichever commands have them. */
    private record Row(String name, String defaultValue) {}

    private SettingsTable() {}

    /** Names of all settings. */
    static Set<String> names(CommandSpec root) {
        Set<String> names = new TreeSet<>();
        forEach(root, "", (command, option) -> ConfiguredDefaults.key(option).ifPresent(names::add));
        return names;
    }

    /**
     * @param commands whose settings are listed, with those of their subcommands; none for all
     */
    static ConfigResult of(CommandSpec root, ConfiguredDefaults configured, Collection<String> commands) {
        Map<Row, List<String>> users =
                new TreeMap<>(Comparator.comparing(Row::name).thenComparing(Row::defaultValue));
        Map<String, String> flags = new TreeMap<>();
        forEach(root, "", (command, option) -> {
            boolean wanted = commands.isEmpty()
                    || command.equals(EVERY_COMMAND)
                    || commands.stream().anyMatch(name -> command.equals(name) || command.startsWith(name + " "));
            ConfiguredDefaults.key(option).filter(name -> wanted).ifPresent(name -> {
                users.computeIfAbsent(new Row(name, defaultOf(option)), row -> new ArrayList<>()).add(command);
                if (command.equals(EVERY_COMMAND) && root.commandLine().getParseResult() != null) {
                    given(root, option).ifPresent(value -> flags.put(name, value));
                }
            });
        });
        return new ConfigResult(
                configured.file(),
                users.entrySet().stream()
                        .map(row -> setting(row.getKey(), row.getValue(), configured, Optional.ofNullable(flags.get(row.getKey().name()))))
                        .toList());
    }

    private static Setting setting(Row row, List<String> commands, ConfiguredDefaults configured, Optional<String> flag) {
        Optional<ConfiguredDefaults.Found> found = flag.map(value -> new ConfiguredDefaults.Found(value, "flag"))
                .or(() -> configured.find(row.name()));
        return new Setting(
                row.name(),
                "--" + row.name(),
                ConfiguredDefaults.variable(row.name()),
                commands.stream().distinct().toList(),
                row.defaultValue(),
                shown(row.name(), found.map(ConfiguredDefaults.Found::value).orElse(row.defaultValue())),
                found.map(ConfiguredDefaults.Found::source).orElse("default"));
    }

    private static Optional<String> given(CommandSpec root, OptionSpec option) {
        return root.commandLine().getParseResult().asCommandLineList().stream()
                .map(parsed -> parsed.getParseResult().matchedOption(option.longestName()))
                .filter(matched -> matched != null && !matched.stringValues().isEmpty())
                .map(matched -> matched.stringValues().getLast())
                .findFirst();
    }

    /** What the command would use, without environment and file. */
    private static String defaultOf(OptionSpec option) {
        if (option.defaultValue() != null) {
            return option.defaultValue();
        }
        Object initial = option.initialValue() instanceof Optional<?> optional ? optional.orElse(null) : option.initialValue();
        if (initial instanceof Collection<?> several) {
            return String.join(",", several.stream().map(String::valueOf).toList());
        }
        return initial == null ? "" : initial.toString();
    }

    private static String shown(String name, String value) {
        if (SECRET.matcher(name).matches()) {
            return value.isEmpty() ? "" : HIDDEN;
        }
        return PASSWORD_IN_URL.matcher(value).replaceAll(match -> Optional.ofNullable(match.group(1)).orElse(match.group(2)) + HIDDEN);
    }

    private static void forEach(CommandSpec spec, String name, BiConsumer<String, OptionSpec> reader) {
        for (OptionSpec option : spec.options()) {
            if (!option.inherited() && !option.usageHelp() && !option.versionHelp()) {
                reader.accept(name.isEmpty() ? EVERY_COMMAND : name, option);
            }
        }
        spec.subcommands().forEach((subcommand, line) ->
                forEach(line.getCommandSpec(), (name + " " + subcommand).strip(), reader));
    }
}
