package org.tasteprint.audio.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A song that is being composed: what is decided so far, and the dice. */
final class Sketch {
    private static final double HANDS_UNEVENNESS = 0.012;
    private static final double LIFTED = 0.85;

    private final Style style;
    private final Leaning leaning;
    private final SplittableRandom random;
    private final int tempoBpm;
    private final Scale scale;
    private final List<Layer> layers = new ArrayList<>();
    private int beatsPerBar = 4;
    private double swing = 0.5;
    private Room room = new Room(1.2, 0.75, 0.3);
    private List<Section> form = List.of();
    private List<Chord> verse = List.of();
    private List<Chord> chorus = List.of();

    private record Layer(Instrument instrument, Part.Mix mix, double from, Figure figure) {}

    Sketch(Style style, Leaning leaning, SplittableRandom random) {
        this.style = style;
        this.leaning = leaning;
        this.random = random;
        this.tempoBpm = (int) Math.round(style.slowestBpm() + leaning.pace() * (style.fastestBpm() - style.slowestBpm()));
        this.scale = new Scale(random.nextInt(12), pick(style.modes()));
    }

    SplittableRandom random() {
        return random;
    }

    Scale scale() {
        return scale;
    }

    double density() {
        return leaning.density();
    }

    int beatsPerBar() {
        return beatsPerBar;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Whether a song this dense has something that only songs denser than {@code threshold} have, give or take a little. */
    boolean dense(double threshold) {
        return leaning.density() + 0.2 * (random.nextDouble() - 0.5) > threshold;
    }

    @SafeVarargs
    final <T> T pick(T... options) {
        return options[random.nextInt(options.length)];
    }

    <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    void waltz() {
        beatsPerBar = 3;
    }

    void swing(double ratio) {
        swing = ratio;
    }

    void room(double reverbSeconds, double echoBeats, double echoFeedback) {
        room = new Room(reverbSeconds, echoBeats, echoFeedback);
    }

    void form(Section... sections) {
        form = List.of(sections);
    }

    /**
     * Chooses two of the progressions (degrees, a bar each), for the quiet sections and for the full ones, among those whose
     * chords all have a perfect fifth in this song's mode; there must be one in every mode of the style.
     */
    void harmony(Chord.Shape shape, int[]... progressions) {
        List<List<Chord>> fitting = Arrays.stream(progressions)
                .map(degrees -> chords(shape, degrees))
                .filter(chords -> chords.stream().allMatch(Chord::perfect))
                .toList();
        verse = pick(fitting);
        chorus = chance(0.5) ? verse : pick(fitting);
    }

    /** Adds a part that plays in sections of at least the intensity {@code from}. */
    void layer(Instrument instrument, Part.Mix mix, double from, Figure figure) {
        layers.add(new Layer(instrument, mix, from, figure));
    }

    Song song() {
        List<Bar> bars = bars();
        List<Part> parts = new ArrayList<>();
        for (Layer layer : layers) {
            Line line = new Line(swing, layer.instrument().acoustic() ? HANDS_UNEVENNESS : 0, random.split());
            SplittableRandom dice = random.split();
            for (Bar bar : bars) {
                if (bar.section().intensity() >= layer.from()) {
                    layer.figure().play(bar, line, dice);
                }
            }
            parts.add(new Part(layer.instrument(), layer.mix(), line.notes()));
        }
        return new Song(style, tempoBpm, scale.tonic(), scale.mode(), beatsPerBar, leaning, room, form, parts);
    }

    private List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (Section section : form) {
            List<Chord> chords = section.intensity() >= LIFTED ? chorus : verse;
            for (int i = 0; i < section.bars(); i++) {
                Chord chord = chords.get(i % chords.size());
                Chord next = chords.get((i + 1) % chords.size());
                bars.add(new Bar(section, i, (double) bars.size() * beatsPerBar, beatsPerBar, chord, next));
            }
        }
        return bars;
    }

    private List<Chord> chords(Chord.Shape shape, int[] degrees) {
        return Arrays.stream(degrees).mapToObj(degree -> new Chord(scale, degree, shape)).toList();
    }
}
