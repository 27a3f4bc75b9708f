package org.tasteprint.backbone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.tasteprint.audio.synth.Instrument;
import org.tasteprint.audio.synth.Note;
import org.tasteprint.audio.synth.Part;
import org.tasteprint.audio.synth.Song;

/**
 * Changes composed songs. Each style has its few instruments, so a network could tell the instruments from the style and never listen
 * to them; a song that other instruments play, or a few of its parts alone, cannot be told so.
 */
final class Arranger {
    private static final List<Instrument> KITS = List.of(Instrument.DRUMS, Instrument.DRUM_MACHINE, Instrument.CHIP_DRUMS);
    private static final List<Instrument> BASSES = List.of(
            Instrument.UPRIGHT_BASS, Instrument.ELECTRIC_BASS, Instrument.SYNTH_BASS, Instrument.CHIP_TRIANGLE);
    private static final List<Instrument> OTHERS = List.of(
            Instrument.PIANO, Instrument.ELECTRIC_PIANO, Instrument.HARPSICHORD, Instrument.VIBRAPHONE,
            Instrument.ORGAN, Instrument.STRINGS, Instrument.FLUTE, Instrument.ACOUSTIC_GUITAR,
            Instrument.DISTORTED_GUITAR, Instrument.SYNTH_LEAD, Instrument.SYNTH_PAD, Instrument.CHIP_PULSE);

    /** Mean pitch below which a part is the bass, whatever plays it: E3, in MIDI numbers. */
    private static final double BASS_BELOW = 52;

    private static final double LEFT_OUT = 0.3;
    private static final double GAIN_DB = 5;
    private static final double TEMPO_CHANGE = 0.25;

    private Arranger() {}

    /** The song from a bar on, drawn anew; what comes before follows at its end. */
    static Song fromAnyBar(Song song, SplittableRandom random) {
        double start = (double) song.beatsPerBar() * random.nextInt(song.beats() / song.beatsPerBar());
        return with(song, song.tempoBpm(), song.parts().stream().map(part -> turned(part, start, song.beats())).toList());
    }

    private static Part turned(Part part, double start, int beats) {
        List<Note> notes = part.notes().stream()
                .map(note -> new Note(
                        note.beat() >= start ? note.beat() - start : note.beat() - start + beats,
                        note.beats(),
                        note.pitch(),
                        note.velocity()))
                .sorted(Comparator.comparingDouble(Note::beat))
                .toList();
        return new Part(part.instrument(), part.mix(), notes);
    }

    /** The song with other instruments, levels and tempo, some parts left out; the one with the most notes stays. */
    static Song anew(Song song, SplittableRandom random) {
        Part fullest = song.parts().stream().max(Comparator.comparingInt(part -> part.notes().size())).orElseThrow();
        List<Part> parts = new ArrayList<>();
        for (Part part : song.parts()) {
            if (part == fullest || random.nextDouble() >= LEFT_OUT) {
                parts.add(new Part(instrument(part, random), mix(part.mix(), random), part.notes()));
            }
        }
        double change = 1 + TEMPO_CHANGE * (2 * random.nextDouble() - 1);
        return with(song, (int) Math.round(song.tempoBpm() * change), parts);
    }

    private static Instrument instrument(Part part, SplittableRandom random) {
        double pitch = part.notes().stream().mapToDouble(Note::pitch).average().orElse(BASS_BELOW);
        List<Instrument> choice = part.instrument().percussion() ? KITS : pitch < BASS_BELOW ? BASSES : OTHERS;
        return choice.get(random.nextInt(choice.size()));
    }

    private static Part.Mix mix(Part.Mix mix, SplittableRandom random) {
        double gain = mix.gain() * Math.pow(10, GAIN_DB * (2 * random.nextDouble() - 1) / 20);
        return new Part.Mix(gain, mix.pan(), mix.reverb(), mix.echo());
    }

    private static Song with(Song song, int tempoBpm, List<Part> parts) {
        return new Song(
                song.style(), tempoBpm, song.tonic(), song.mode(), song.beatsPerBar(), song.leaning(), song.room(),
                song.sections(), parts);
    }
}
