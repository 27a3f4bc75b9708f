package org.tasteprint.audio;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.tasteprint.core.TasteprintException;

/**
 * A sound file that cannot be read. The message is one line: which file, what is wrong with it, what to do; {@link #fault()} is
 * the same for a program.
 */
public final class AudioException extends TasteprintException {
    /** What is wrong with the file. */
    public enum Fault {
        NOT_FOUND("there is no such file", "check the path"),
        NOT_READABLE("it cannot be opened for reading", "check that it is a plain file and its permissions"),
        EMPTY("it has zero bytes", "copy it again from its source"),
        NOT_AUDIO("it is not an audio file, or its beginning is destroyed", "leave it out, or convert it to FLAC, MP3, Ogg, Opus, M4A or WAV"),
        NO_AUDIO_STREAM("it has no audio stream, only pictures, video or text", "leave it out"),
        UNSUPPORTED_CODEC("there is no decoder for the way it is encoded", "convert it to FLAC, MP3, Ogg, Opus, M4A or WAV"),
        NO_SAMPLES("it is an audio file without any sound in it", "copy it again from its source"),
        TRUNCATED("it is cut off before its sound begins", "copy it again from its source"),
        DAMAGED("it is damaged, and nothing in it can be decoded", "copy it again from its source"),
        DECODER_CRASHED("it crashes the decoder", "leave it out, or convert it to FLAC, MP3 or WAV"),
        TIMED_OUT("decoding it took longer than the time limit", "leave it out, or convert it to FLAC, MP3 or WAV");

        private final String problem;
        private final String remedy;

        Fault(String problem, String remedy) {
            this.problem = problem;
            this.remedy = remedy;
        }
    }

    private final Fault fault;
    private final String detail;

    AudioException(Fault fault, Path file) {
        this(fault, file, "");
    }

    /** @param detail what the decoder said, or empty */
    AudioException(Fault fault, Path file, String detail) {
        super(
                fault == Fault.NOT_FOUND ? Kind.NOT_FOUND : Kind.INVALID_INPUT,
                "cannot read %s: %s%s; %s"
                        .formatted(file, fault.problem, detail.isEmpty() ? "" : " (" + detail + ")", fault.remedy));
        this.fault = requireNonNull(fault, "fault is null");
        this.detail = detail;
    }

    /** The same about a file that was called otherwise. */
    AudioException about(Path file) {
        return new AudioException(fault, file, detail);
    }

    /** What the decoder said, or empty. */
    String detail() {
        return detail;
    }

    public Fault fault() {
        return fault;
    }
}
