package org.tasteprint.audio.synth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Plays songs: score in, samples out; the same song gives the same samples on every machine. */
public final class Renderer {
    /** How much of the echo goes on into the reverberation. */
    private static final float ECHO_TO_REVERB = 0.3f;
    private static final float REVERB_LEVEL = 0.45f;
    private static final int LOWEST_RATE_HZ = 8000;

    private final Song song;
    private final int sampleRateHz;
    private final int frames;
    private final List<float[]> channels;
    private final float[] reverbSend;
    private final float[] echoSend;

    private Renderer(Song song, Duration duration, int sampleRateHz, int channels) {
        requireNonNull(song, "song is null");
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("duration must be positive; duration=" + duration);
        }
        if (sampleRateHz < LOWEST_RATE_HZ) {
            throw new IllegalArgumentException(
                    "sampleRateHz must be at least %d; sampleRateHz=%d".formatted(LOWEST_RATE_HZ, sampleRateHz));
        }
        this.song = song;
        this.sampleRateHz = sampleRateHz;
        this.frames = Math.toIntExact(Math.round(duration.toNanos() * 1e-9 * sampleRateHz));
        this.channels = Stream.generate(() -> new float[frames]).limit(channels).toList();
        this.reverbSend = new float[frames];
        this.echoSend = new float[frames];
    }

    /**
     * Plays the beginning of a song, in mono; a song shorter than {@code duration} begins again.
     *
     * @param sampleRateHz at least 8000
     */
    public static Sound render(Song song, Duration duration, int sampleRateHz) {
        return new Renderer(song, duration, sampleRateHz, 1).play();
    }

    /** Plays the beginning of a song with its parts from left to right; otherwise as {@link #render}. */
    public static Sound renderStereo(Song song, Duration duration, int sampleRateHz) {
        return new Renderer(song, duration, sampleRateHz, 2).play();
    }

    private Sound play() {
        float[] bus = new float[frames];
        long seed = 1;
        for (Part part : song.parts()) {
            Arrays.fill(bus, 0);
            play(part, bus, seed++);
            if (part.instrument() == Instrument.DISTORTED_GUITAR) {
                Amplifier.distort(bus, sampleRateHz, 0.6 + 0.8 * song.leaning().brightness());
            }
            mix(part.mix(), bus);
        }
        addRoom();
        Master.finish(channels, song, sampleRateHz);
        return new Sound(sampleRateHz, channels);
    }

    private void play(Part part, float[] bus, long seed) {
        Patch patch = Patches.of(part.instrument());
        double framesPerBeat = 60.0 / song.tempoBpm() * sampleRateHz;
        double brightness = song.leaning().brightness();
        for (double begin = 0; begin * framesPerBeat < frames; begin += song.beats()) {
            int count = 0;
            for (Note note : part.notes()) {
                int start = (int) Math.round((begin + note.beat()) * framesPerBeat);
                long noteSeed = seed << 32 | count++;
                if (start < frames) {
                    double held = note.beats() * 60 / song.tempoBpm();
                    patch.play(
                            new Tone(note.pitch(), held, note.velocity(), brightness, sampleRateHz, noteSeed),
                            bus,
                            start);
                }
            }
        }
    }

    private void mix(Part.Mix mix, float[] bus) {
        for (int c = 0; c < channels.size(); c++) {
            float[] channel = channels.get(c);
            // Equal power: a part is as loud at the side as in the middle.
            double angle = (mix.pan() + 1) * Math.PI / 4;
            double side = c == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle);
            add(bus, (float) (mix.gain() * (channels.size() == 1 ? 1 : StrictMath.sqrt(2) * side)), channel);
        }
        add(bus, (float) (mix.gain() * mix.reverb()), reverbSend);
        add(bus, (float) (mix.gain() * mix.echo()), echoSend);
    }

    private void addRoom() {
        Room room = song.room();
        Echo.process(echoSend, room.echoBeats() * 60 / song.tempoBpm(), room.echoFeedback(), sampleRateHz);
        add(echoSend, ECHO_TO_REVERB, reverbSend);
        float[] wet = new float[frames];
        for (int c = 0; c < channels.size(); c++) {
            Arrays.fill(wet, 0);
            new Reverb(room.reverbSeconds(), c, sampleRateHz).process(reverbSend, wet);
            add(wet, REVERB_LEVEL, channels.get(c));
            add(echoSend, 1, channels.get(c));
        }
    }

    private static void add(float[] from, float gain, float[] to) {
        if (gain == 0) {
            return;
        }
        for (int i = 0; i < to.length; i++) {
            to[i] += gain * from[i];
        }
    }
}
