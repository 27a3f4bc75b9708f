package org.tasteprint.catalog;

import java.util.ArrayList;
import java.util.List;
import org.tasteprint.catalog.ListenStore.Numbered;
import org.tasteprint.catalog.ListenStore.SongName;
import org.tasteprint.catalog.log.Listen;
import org.tasteprint.core.Feedback;

/** Gives listens the numbers of the listeners, tracks, songs and artists that they name; those met lately are remembered. */
final class ListenNumbers {
    private final LogNames names;
    private final Tally tally;
    private final KnownNumbers users;
    private final KnownNumbers tracks;
    private final KnownNumbers songs;
    private final KnownNumbers ids;
    private final KnownNumbers artists;

    /** @param knownBits 2 to this power of songs are remembered, and an eighth as many of whatever else has a name */
    ListenNumbers(LogNames names, Tally tally, int knownBits) {
        this.names = names;
        this.tally = tally;
        users = new KnownNumbers(knownBits - 3);
        tracks = new KnownNumbers(knownBits - 3);
        songs = new KnownNumbers(knownBits);
        ids = new KnownNumbers(knownBits - 3);
        artists = new KnownNumbers(knownBits - 3);
    }

    /**
     * A listen with the numbers of what it names.
     *
     * @param track 0 when the catalogue lacks it
     */
    record Row(long position, Listen listen, int user, int song, int track) {}

    /** The listens with their numbers; those that name nothing known are rejected, and counts of artists are left out. */
    List<Row> of(List<Numbered> chunk) {
        List<Listen> listens = chunk.stream().map(Numbered::listen).toList();
        long[] trackNumbers = tracks.of(
                listens.stream().map(listen -> listen.track().isBlank() ? null : listen.track()).toList(), names::tracks);
        long[] songNumbers = songs.of(listens.stream().map(ListenNumbers::songName).toList(), names::songs);
        keepIds(listens, songNumbers);
        long[] byId = ids.of(listens.stream()
                .map(listen -> songName(listen) == null && !listen.ids().isEmpty() ? listen.ids().getFirst() : null)
                .toList(), names::songsOfIds);
        long[] byOtherId = ids.of(listens.stream()
                .map(listen -> songName(listen) == null && listen.ids().size() > 1 ? listen.ids().get(1) : null)
                .toList(), names::songsOfIds);
        long[] userNumbers = users(listens);
        List<Row> rows = new ArrayList<>(chunk.size());
        for (int i = 0; i < userNumbers.length; i++) {
            Listen listen = listens.get(i);
            long song = songNumbers[i] != KnownNumbers.NONE ? songNumbers[i] : byId[i] != KnownNumbers.NONE ? byId[i] : byOtherId[i];
            if (trackNumbers[i] != KnownNumbers.NONE) {
                rows.add(new Row(chunk.get(i).position(), listen, (int) userNumbers[i], 0, (int) trackNumbers[i]));
            } else if (song != KnownNumbers.NONE) {
                rows.add(new Row(
                        chunk.get(i).position(), listen, (int) userNumbers[i], LogNames.song(song), LogNames.track(song)));
            } else if (!isCountOfArtist(listen)) {
                tally.reject(listen.file(), listen.line(), unknown(listen));
            }
        }
        return rows;
    }

    private static String unknown(Listen listen) {
        return listen.ids().isEmpty()
                ? "track_id '%s' is not in the catalogue".formatted(listen.track())
                : "nothing says what %s is called: import the listens or the list of songs that name it first"
                        .formatted(listen.ids().getFirst());
    }

    private static String songName(Listen listen) {
        return listen.artist().isBlank() || isCountOfArtist(listen) ? null : listen.artist() + LogNames.SEPARATOR + listen.title();
    }

    /** Whether it says how often somebody played an artist in all. */
    static boolean isCountOfArtist(Listen listen) {
        return listen.ofArtistAlone() && listen.counted() && listen.at().equals(Feedback.UNDATED);
    }

    /** Remembers what others call the songs that these listens name in full. */
    private void keepIds(List<Listen> listens, long[] songNumbers) {
        List<String> newIds = new ArrayList<>();
        List<Integer> newSongs = new ArrayList<>();
        for (int i = 0; i < songNumbers.length; i++) {
            for (String id : songNumbers[i] == KnownNumbers.NONE ? List.<String>of() : listens.get(i).ids()) {
                newIds.add(id);
                newSongs.add(LogNames.song(songNumbers[i]));
            }
        }
        if (!newIds.isEmpty()) {
            names.name(newIds, newSongs);
        }
    }

    /** Keeps the names of songs. */
    void name(List<SongName> chunk) {
        long[] numbers = songs.of(chunk.stream().map(song -> song.artist() + LogNames.SEPARATOR + song.title()).toList(), names::songs);
        List<Integer> songNumbers = new ArrayList<>();
        for (long number : numbers) {
            songNumbers.add(LogNames.song(number));
        }
        names.name(chunk.stream().map(SongName::id).toList(), songNumbers);
    }

    long[] users(List<Listen> listens) {
        return users.of(listens.stream().map(Listen::user).toList(), names::users);
    }

    long[] artists(List<Listen> listens) {
        return artists.of(listens.stream().map(Listen::artist).toList(), names::artists);
    }
}
