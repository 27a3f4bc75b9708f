package org.tasteprint.catalog.log;

/** Takes what a {@link LogReader} reads, in the order of the file. */
public interface ListenSink {
    /** @throws BadRow when it cannot be taken, with the reason */
    void take(Listen listen);

    /** What the song is called that later listens name by this id. */
    void name(String id, String artist, String title);

    /** A row that says nothing that could be taken. */
    void reject(String file, long line, String reason);
}
