package org.tasteprint.features;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tasteprint.catalog.Rejection;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * Which track each row of {@code features/NAME.npy} belongs to, as {@code features/NAME.csv} says: its n-th record is about the
 * n-th row. The rows of a track are in the order of their segments, or of the file where it has no such column.
 *
 * @param size     number of records
 * @param rowsOf   row numbers, from 0, by track
 * @param rejected records that name no track, or no segment
 */
record RowIndex(long size, Map<String, List<Row>> rowsOf, List<Rejection> rejected) {
    private static final String TRACK = "track_id";
    private static final String SEGMENT = "segment";

    /** A row, the line of the CSV file that is about it, and its place in the track. */
    record Row(long number, long line, double segment) {}

    /**
     * Reads the index.
     *
     * @param name what rejections call the file
     * @throws TasteprintException {@code INVALID_INPUT} when the file cannot be read or has no column of tracks
     */
    static RowIndex read(Path csv, String name) {
        Map<String, List<Row>> rowsOf = new LinkedHashMap<>();
        List<Rejection> rejected = new ArrayList<>();
        long size = 0;
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().detectBomHeader(true).allowMissingFields(true).ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord record : records) {
                if (!record.getHeader().contains(TRACK)) {
                    throw invalid(csv, "has no column '%s'; its header must be %s[,%s]".formatted(TRACK, TRACK, SEGMENT));
                }
                long line = record.getStartingLineNumber();
                String track = record.getField(TRACK).strip();
                OptionalDouble segment = segment(record, size);
                if (track.isEmpty()) {
                    rejected.add(new Rejection(name, line, "the track_id is empty"));
                } else if (segment.isEmpty()) {
                    rejected.add(new Rejection(name, line, "the segment of track %s is no number".formatted(track)));
                } else {
                    rowsOf.computeIfAbsent(track, t -> new ArrayList<>()).add(new Row(size, line, segment.getAsDouble()));
                }
                size++;
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "%s cannot be read (%s); it must be CSV in UTF-8".formatted(csv, e.getMessage()), e);
        }
        rowsOf.values().forEach(rows -> rows.sort(Comparator.comparingDouble(Row::segment)));
        return new RowIndex(size, rowsOf, rejected);
    }

    private static OptionalDouble segment(NamedCsvRecord record, long row) {
        String text = record.findField(SEGMENT).map(String::strip).orElse(Long.toString(row));
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static TasteprintException invalid(Path csv, String what) {
        return new TasteprintException(Kind.INVALID_INPUT, csv + " " + what);
    }
}
