package org.tasteprint.papers;

import java.util.List;

/**
 * A paper's table beside ours.
 *
 * @param paper    short name
 * @param citation who, what, when
 * @param dataset  what the paper's figures were measured on
 * @param effort   how many tracks, folds and epochs were taken
 * @param seed     seed of everything random
 * @param rows     a system each
 * @param notes    what else is to be said, for example of one system against another
 * @param seconds  all of it, extraction included
 */
public record Reproduction(
        String paper, String citation, String dataset, Effort effort, long seed, List<Row> rows, List<String> notes, double seconds) {
    public Reproduction {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
