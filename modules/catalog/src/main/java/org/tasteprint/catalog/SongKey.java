package org.tasteprint.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tasteprint.core.Sha256;

/** The key of a song: what is the same for all the ways in which people write its artist and title. */
final class SongKey {
    /** "(feat. Nelly Furtado)", "[with Dido]" is left alone: a guest is named by feat., ft. or featuring. */
    private static final Pattern GUESTS = Pattern.compile("(?i)\\s*[(\\[]\\s*(feat|ft|featuring)\\b[^)\\]]*[)\\]]");

    private SongKey() {}

    /** The key of a track; none without an artist or a title, by which nothing could be told apart. */
    static Optional<UUID> of(String artist, String title) {
        return artist.isBlank() || title.isBlank() ? Optional.empty() : Optional.of(ofLogged(artist, title));
    }

    /**
     * The key under which a log's song is kept.
     *
     * @param title may be empty where the log names the artist alone
     */
    static UUID ofLogged(String artist, String title) {
        boolean guests = title.indexOf('(') >= 0 || title.indexOf('[') >= 0;
        String folded = title.isBlank() ? "" : ArtistNames.fold(guests ? GUESTS.matcher(title).replaceAll("") : title);
        byte[] hash = Sha256.digest().digest((ArtistNames.fold(artist) + '\n' + folded).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(hash);
        return new UUID(bits.getLong(), bits.getLong());
    }
}
