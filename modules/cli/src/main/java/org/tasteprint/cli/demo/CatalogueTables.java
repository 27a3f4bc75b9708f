package org.tasteprint.cli.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.Feedback;

/** The tables of a dataset folder. */
final class CatalogueTables {
    static final String TRACKS = "tracks.csv";
    static final String FEEDBACK = "feedback.csv";
    static final String USERS = "users.csv";

    private CatalogueTables() {}

    static void writeTracks(Path folder, List<DemoTrack> tracks) {
        write(folder.resolve(TRACKS), csv -> {
            csv.writeRecord("track_id", "path", "artist", "title", "album", "year", "genre", "split");
            for (DemoTrack track : tracks) {
                csv.writeRecord(
                        track.id(),
                        track.path(),
                        track.artist(),
                        track.title(),
                        track.album(),
                        Integer.toString(track.year()),
                        track.song().style().label(),
                        track.split());
            }
        });
    }

    static void writeUsers(Path folder, List<Listener> listeners) {
        write(folder.resolve(USERS), csv -> {
            csv.writeRecord("user_id", "name", "age");
            listeners.forEach(listener ->
                    csv.writeRecord(listener.id(), listener.name(), Integer.toString(listener.age())));
        });
    }

    static void writeFeedback(Path folder, List<Feedback> feedback) {
        write(folder.resolve(FEEDBACK), csv -> {
            csv.writeRecord("user_id", "track_id", "event", "timestamp");
            for (Feedback event : feedback) {
                csv.writeRecord(
                        event.userId(),
                        event.trackId(),
                        event.reaction().name().toLowerCase(Locale.ROOT),
                        event.at().toString());
            }
        });
    }

    private static void write(Path file, Consumer<CsvWriter> rows) {
        AtomicFile.write(file, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            // Closing the table would close the file under AtomicFile; it is flushed instead.
            CsvWriter csv = CsvWriter.builder().build(text);
            rows.accept(csv);
            csv.flush();
        });
    }
}
