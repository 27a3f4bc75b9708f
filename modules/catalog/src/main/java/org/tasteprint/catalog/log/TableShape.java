package org.tasteprint.catalog.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a table is laid out.
 *
 * @param separator of the columns
 * @param names     of the columns where the first line does not have them; else empty
 */
record TableShape(char separator, List<String> names) {
    /** Separated by commas and named by its first line. */
    static final TableShape PLAIN = new TableShape(',', List.of());

    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|');

    /**
     * Finds out from the first line: the separator that is in it most often; and that it names the columns when one of its fields
     * is a name that is known or asked for. Without names, columns are called by their positions from 1.
     */
    static TableShape of(Path file, Optional<Character> separator, Map<LogColumn, String> asked) {
        String first = firstLine(file);
        char between = separator.orElseGet(() -> SEPARATORS.stream()
                .max((a, b) -> Long.compare(count(first, a), count(first, b)) != 0
                        ? Long.compare(count(first, a), count(first, b))
                        : SEPARATORS.indexOf(b) - SEPARATORS.indexOf(a))
                .orElseThrow());
        List<String> fields = Arrays.stream(first.split(Pattern.quote(String.valueOf(between)), -1))
                .map(field -> field.strip().replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT))
                .toList();
        boolean byPosition = !asked.isEmpty() && asked.values().stream().allMatch(name -> name.matches("\\d+"));
        boolean named = Stream.concat(
                        Arrays.stream(LogColumn.values()).flatMap(column -> column.names().stream()),
                        asked.values().stream().filter(name -> !byPosition).map(name -> name.toLowerCase(Locale.ROOT)))
                .anyMatch(fields::contains);
        return new TableShape(
                between,
                named || !byPosition
                        ? List.of()
                        : IntStream.rangeClosed(1, fields.size()).mapToObj(Integer::toString).toList());
    }

    private static long count(String text, char separator) {
        return text.chars().filter(c -> c == separator).count();
    }

    static String firstLine(Path file) {
        try (InputStream in = LogFile.open(file)) {
            byte[] line = new Lines(in).next();
            return line == null ? "" : new String(line, StandardCharsets.UTF_8).replace("\uFEFF", "");
        } catch (IOException e) {
            throw LogFile.failure(file, e);
        }
    }
}
