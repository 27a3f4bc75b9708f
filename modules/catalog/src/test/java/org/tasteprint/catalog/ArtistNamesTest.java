package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtistNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sigur Rós              | sigur ros
            Simon & Garfunkel      | Simon and Garfunkel
            Florence + The Machine | Florence and the Machine
            The Beatles            | beatles
            Beatles, The           | BEATLES
            Motörhead              | Motorhead
            Guns N' Roses          | Guns N’ Roses
            AC/DC                  | AC-DC
            Björk                  | ＢＪＯＲＫ
            Mø                     | MO
            Jay-Z feat. Rihanna    | JAY Z
            Eminem (ft. Dido)      | Eminem
            Mumford&Sons           | Mumford and Sons
            O’Brien + Co.          | OBrien & co
            """)
    void spellingsOfOneArtistAgree(String one, String other) {
        assertThat(ArtistNames.fold(one)).isEqualTo(ArtistNames.fold(other));
    }

    @Test
    void differentArtistsStayApart() {
        assertThat(ArtistNames.fold("The The")).isEqualTo("the").isNotEqualTo(ArtistNames.fold("Them"));
        assertThat(ArtistNames.fold("Featurecast")).isEqualTo("featurecast");
        assertThat(ArtistNames.fold("Daft Punk")).isEqualTo("daft punk");
        assertThat(ArtistNames.fold("!!!")).isEqualTo("!!!");
        assertThat(ArtistNames.fold("кино")).isEqualTo("кино").isNotEqualTo(ArtistNames.fold("Кино 2"));
        assertThat(ArtistNames.fold("Theatre of Tragedy")).isEqualTo("theatre of tragedy");
    }
}
