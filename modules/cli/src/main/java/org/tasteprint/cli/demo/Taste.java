package org.tasteprint.cli.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tasteprint.audio.synth.Song;
import org.tasteprint.audio.synth.Style;

/**
 * What a listener likes: some styles more than others, and what can be heard in any style: fast or slow, bright or dark, played
 * by hand or by machines, dense or sparse, minor or major. So who likes what can be learned from sound, and holds for an artist
 * whom nobody has heard.
 *
 * @param styles     how much each style pleases
 * @param properties weight of each of {@link #audible}
 */
record Taste(Map<Style, Double> styles, List<Double> properties) {
    private static final double STYLE_SPREAD = 0.9;
    private static final double PROPERTY_SPREAD = 0.55;
    private static final double MIDDLE_BPM = 105;

    static Taste random(SplittableRandom random) {
        Map<Style, Double> styles = new EnumMap<>(Style.class);
        for (Style style : Style.values()) {
            styles.put(style, STYLE_SPREAD * random.nextGaussian());
        }
        List<Double> properties = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            properties.add(PROPERTY_SPREAD * random.nextGaussian());
        }
        return new Taste(styles, properties);
    }

    /** How much a song pleases: about normal around 0, with a standard deviation of about 1.5. */
    double pleasure(Song song) {
        double pleasure = styles.get(song.style());
        double[] audible = audible(song);
        for (int i = 0; i < audible.length; i++) {
            pleasure += properties.get(i) * audible[i];
        }
        return pleasure;
    }

    /** What can be heard of a song, each figure about 0 ± 1 over the catalogue. */
    private static double[] audible(Song song) {
        return new double[] {
            2 * StrictMath.log(song.tempoBpm() / MIDDLE_BPM) / StrictMath.log(2),
            3.4 * (song.leaning().brightness() - 0.5),
            3.4 * (song.leaning().density() - 0.5),
            2.5 * (song.acousticness() - 0.4),
            song.mode().minorThird() ? 0.7 : -0.7
        };
    }
}
