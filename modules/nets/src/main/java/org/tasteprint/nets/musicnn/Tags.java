package org.tasteprint.nets.musicnn;

import java.util.Arrays;
import java.util.List;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** The vocabularies of the published taggers: the 50 most frequent tags of each of their training sets, in the order of outputs. */
final class Tags {
    private static final List<String> MILLION_SONG_DATASET = list("""
            rock, pop, alternative, indie, electronic, female vocalists, dance, 00s, alternative rock, jazz, beautiful, metal,
            chillout, male vocalists, classic rock, soul, indie rock, Mellow, electronica, 80s, folk, 90s, chill, instrumental,
            punk, oldies, blues, hard rock, ambient, acoustic, experimental, female vocalist, guitar, Hip-Hop, 70s, party,
            country, easy listening, sexy, catchy, funk, electro, heavy metal, Progressive rock, 60s, rnb, indie pop, sad,
            House, happy""");

    private static final List<String> MAGNA_TAG_A_TUNE = list("""
            guitar, classical, slow, techno, strings, drums, electronic, rock, fast, piano, ambient, beat, violin, vocal, synth,
            female, indian, opera, male, singing, vocals, no vocals, harpsichord, loud, quiet, flute, woman, male vocal,
            no vocal, pop, soft, sitar, solo, man, classic, choir, voice, new age, dance, male voice, female vocal, beats, harp,
            cello, no voice, weird, country, metal, female voice, choral""");

    private Tags() {}

    /** @throws TasteprintException {@code NOT_FOUND} for a model whose tags are not known */
    static List<String> of(String modelName) {
        return switch (modelName) {
            case "musicnn-msd" -> MILLION_SONG_DATASET;
            case "musicnn-mtt" -> MAGNA_TAG_A_TUNE;
            default -> throw new TasteprintException(
                    Kind.NOT_FOUND, "no tags of a model %s: there are those of musicnn-msd and musicnn-mtt".formatted(modelName));
        };
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",\\s+")).toList();
    }
}
