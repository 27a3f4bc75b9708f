package org.tasteprint.catalog.log;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Map;

/** A row of a CSV file, its fields by the name of their column. */
public final class CsvRow {
    private final Map<String, Integer> columns;
    private final CsvRecord record;

    CsvRow(Map<String, Integer> columns, CsvRecord record) {
        this.columns = columns;
        this.record = record;
    }

    /** Line on which the row begins, from 1. */
    public long line() {
        return record.getStartingLineNumber();
    }

    /** The field, or null where the file has no such column: COPY's way of saying that nothing is said. */
    public String orNull(String column) {
        Integer index = columns.get(column);
        return index == null ? null : record.getField(index);
    }

    /** The field, or an empty text where the file has no such column. */
    public String text(String column) {
        String value = orNull(column);
        return value == null ? "" : value;
    }

    /** The field, which must not be blank. */
    public String required(String column) {
        String value = text(column);
        if (value.isBlank()) {
            throw new BadRow(column + " is empty");
        }
        return value;
    }
}
