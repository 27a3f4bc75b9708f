package org.tasteprint.catalog.log;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * A CSV file (RFC 4180: comma, double quotes, UTF-8 with or without a byte order mark, any line ends, perhaps packed by gzip) whose
 * first line names the columns, in any order and case; or another table of the kind. Rows are read one after the other and not kept.
 */
public final class CsvTable implements AutoCloseable {
    /** Between tabs a quotation mark is a part of the name; this character stands in no text. */
    private static final char NO_QUOTE = '\u0001';

    private final Path file;
    private final Map<String, Integer> columns;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    private CsvTable(
            Path file, Map<String, Integer> columns, CsvReader<CsvRecord> reader, CloseableIterator<CsvRecord> records) {
        this.file = file;
        this.columns = columns;
        this.reader = reader;
        this.records = records;
    }

    /** @throws TasteprintException when the file cannot be read or has no line of column names */
    public static CsvTable open(Path file) {
        return open(file, TableShape.PLAIN);
    }

    /** @throws TasteprintException when the file cannot be read or has no first line */
    static CsvTable open(Path file, TableShape shape) {
        CsvReader<CsvRecord> reader = null;
        try {
            // A decoder of its own refuses what is not UTF-8, where the reader's would replace it in silence.
            reader = CsvReader.builder()
                    .fieldSeparator(shape.separator())
                    .quoteCharacter(shape.separator() == '\t' ? NO_QUOTE : '"')
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(new InputStreamReader(LogFile.open(file), StandardCharsets.UTF_8.newDecoder()));
            CloseableIterator<CsvRecord> records = reader.iterator();
            if (!shape.names().isEmpty()) {
                Map<String, Integer> columns = new LinkedHashMap<>();
                shape.names().forEach(name -> columns.put(name, columns.size()));
                return new CsvTable(file, columns, reader, records);
            }
            if (!records.hasNext()) {
                throw new TasteprintException(Kind.INVALID_INPUT, file + " is empty: its first line must name the columns");
            }
            return new CsvTable(file, columns(file, records.next()), reader, records);
        } catch (IOException | RuntimeException e) {
            close(reader);
            throw failure(file, e);
        }
    }

    /** @throws TasteprintException {@code INVALID_INPUT} when a column is missing */
    public CsvTable requiring(List<String> names) {
        List<String> missing = names.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            close();
            String header = String.join(",", columns.keySet());
            String advice = columns.size() == 1 && header.matches(".*[;\t|].*")
                    ? ": separate the columns by commas"
                    : ": add " + (missing.size() == 1 ? "it" : "them") + " to the first line and to every row";
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "%s lacks the column%s %s; it has %s%s"
                            .formatted(file, missing.size() == 1 ? "" : "s", String.join(", ", missing), header, advice));
        }
        return this;
    }

    /** Names in the order of the file, in lower case. */
    public Set<String> columns() {
        return columns.keySet();
    }

    /** The file itself. */
    public Path file() {
        return file;
    }

    /** Lines of the file but the first: about as many as rows. */
    public long lines() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long lines = 0;
            for (byte[] block = in.readNBytes(1 << 16); block.length > 0; block = in.readNBytes(1 << 16)) {
                for (byte b : block) {
                    lines += b == '\n' ? 1 : 0;
                }
            }
            return Math.max(0, lines - 1);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /**
     * Reads all rows.
     *
     * @param good takes a row; throws {@link BadRow} to refuse it
     * @param bad  is told the reason and the line of a row that was refused
     */
    public void forEach(Consumer<CsvRow> good, ObjLongConsumer<String> bad) {
        long line = 1;
        try {
            for (Optional<CsvRecord> record = next(); record.isPresent(); record = next()) {
                line = record.get().getStartingLineNumber();
                try {
                    check(record.get());
                    good.accept(new CsvRow(columns, record.get()));
                } catch (BadRow e) {
                    bad.accept(e.getMessage(), line);
                }
            }
        } catch (CsvParseException e) {
            bad.accept("the row after this one cannot be read, nor what follows it: is a quote never closed?", line);
        }
    }

    private Optional<CsvRecord> next() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void close() {
        close(reader);
    }

    private void check(CsvRecord record) {
        int fields = record.getFieldCount();
        if (fields != columns.size()) {
            boolean swallowed = record.getFields().stream().anyMatch(field -> field.indexOf('\n') >= 0);
            throw new BadRow("%d field%s instead of %d%s"
                    .formatted(fields, fields == 1 ? "" : "s", columns.size(), swallowed ? ": is a quote never closed?" : ""));
        }
        for (int i = 0; i < fields; i++) {
            if (record.getField(i).indexOf('\0') >= 0) {
                throw new BadRow("a NUL character in field " + (i + 1));
            }
        }
    }

    private static Map<String, Integer> columns(Path file, CsvRecord header) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String field : header.getFields()) {
            String name = field.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
            if (columns.put(name, columns.size()) != null) {
                throw new TasteprintException(Kind.INVALID_INPUT, "%s names the column %s twice: rename one".formatted(file, name));
            }
        }
        return columns;
    }

    private static RuntimeException failure(Path file, Exception thrown) {
        Throwable e = thrown instanceof UncheckedIOException unchecked ? unchecked.getCause() : thrown;
        return switch (e) {
            case IOException unreadable -> LogFile.failure(file, unreadable);
            case CsvParseException _ ->
                new TasteprintException(Kind.INVALID_INPUT, "the first line of %s cannot be read: %s".formatted(file, e.getMessage()), e);
            case RuntimeException unchecked -> unchecked;
            default -> new IllegalStateException(e);
        };
    }

    private static void close(CsvReader<CsvRecord> reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
