package org.tasteprint.backbone;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.musicnn.MusicnnWidths;

/**
 * How a network of our own is trained.
 *
 * @param songs        how many songs are rendered; every tenth is held out to judge the epochs
 * @param seconds      of each song, 4 to 60
 * @param epochs       at most; an epoch hears a patch of every training song
 * @param patience     epochs without a better one after which training ends
 * @param batch        patches a step
 * @param learningRate the highest: it rises over the first half epoch and falls as a cosine to zero at the last epoch
 * @param seed         of the songs, the first weights, the draws and the dropout
 * @param timbral      channels of each timbral filter bank
 * @param temporal     channels of each temporal filter bank
 * @param middle       channels of each layer of the middle
 * @param dense        units of the layer before the tags
 */
public record BackboneSettings(
        int songs,
        int seconds,
        int epochs,
        int patience,
        int batch,
        double learningRate,
        long seed,
        int timbral,
        int temporal,
        int middle,
        int dense) {
    /** Those of the network in {@code models/}. */
    public static final BackboneSettings SHIPPED = new BackboneSettings(2400, 12, 10, 5, 16, 1.5e-3, 1, 48, 16, 64, 200);

    static final int HELD_OUT = 10;

    public BackboneSettings {
        require(songs >= 2 * HELD_OUT, "songs must be at least %d; songs=%d", 2 * HELD_OUT, songs);
        require(seconds >= 4 && seconds <= 60, "seconds must be from 4 to 60; seconds=%d", seconds);
        require(epochs >= 1 && patience >= 1, "epochs and patience must be positive; epochs=%d, patience=%d", epochs, patience);
        require(batch >= 2 && batch <= songs / 2, "batch must be from 2 to half the songs; batch=%d, songs=%d", batch, songs);
        require(learningRate > 0 && learningRate < 1, "learningRate must be between 0 and 1; learningRate=%s", learningRate);
        require(
                timbral >= 1 && temporal >= 1 && middle >= 1 && dense >= 1,
                "widths must be positive; timbral=%d, temporal=%d, middle=%d, dense=%d",
                timbral, temporal, middle, dense);
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new TasteprintException(Kind.INVALID_INPUT, requireNonNull(message).formatted(values));
        }
    }

    /** The same with other songs, epochs and seed. */
    public BackboneSettings with(int otherSongs, int otherEpochs, long otherSeed) {
        return new BackboneSettings(
                otherSongs, seconds, otherEpochs, patience, batch, learningRate, otherSeed, timbral, temporal, middle, dense);
    }

    MusicnnWidths widths() {
        return new MusicnnWidths(timbral, temporal, middle, dense, Tags.names().size());
    }

    boolean heldOut(int song) {
        // In every ten another place, so that each style is held out as often: there are eight of them.
        return song % HELD_OUT == song / HELD_OUT % HELD_OUT;
    }

    /** Every setting by name. */
    Map<String, String> asText() {
        Map<String, String> text = new TreeMap<>();
        text.put("songs", Integer.toString(songs));
        text.put("seconds", Integer.toString(seconds));
        text.put("epochs", Integer.toString(epochs));
        text.put("patience", Integer.toString(patience));
        text.put("batch", Integer.toString(batch));
        text.put("learning_rate", Double.toString(learningRate));
        text.put("seed", Long.toString(seed));
        text.put("widths", "%d,%d,%d,%d".formatted(timbral, temporal, middle, dense));
        return text;
    }
}
