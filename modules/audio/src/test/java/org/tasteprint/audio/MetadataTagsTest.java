package org.tasteprint.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTagsTest {
    @ParameterizedTest
    @CsvSource({"2004, 2004", "2004-05-06, 2004", "6 May 1998, 1998", "20040506, 2004", "04, 0", "'', 0", "123456, 0"})
    void theYearIsFoundInADate(String date, int year) {
        assertThat(MetadataTags.of(Map.of("date", date)).year()).isEqualTo(year);
    }

    @Test
    void textIsStrippedAndOnOneLine() {
        AudioTags tags = MetadataTags.of(Map.of("artist", "  Anon\n(trad.) ", "title", "\t", "genre", "Folk"));
        assertThat(tags).isEqualTo(new AudioTags("Anon (trad.)", "", "", 0, "Folk"));
    }

    @Test
    void theAlbumArtistStandsInForAMissingArtist() {
        assertThat(MetadataTags.of(Map.of("album_artist", "Various")).artist()).isEqualTo("Various");
        assertThat(MetadataTags.of(Map.of("album_artist", "Various", "artist", "Bach")).artist()).isEqualTo("Bach");
    }
}
