package org.tasteprint.audio;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.tasteprint.audio.AudioException.Fault;

/**
 * What a {@link DecoderPool} and its {@link DecoderWorker}s say to each other over the worker's standard input and output.
 *
 * <pre>
 *   worker: READY                                     once, when FFmpeg's libraries are loaded
 *   pool:   path (UTF), rate (int), middle in ns (long, 0: the whole), time limit in ns (long)
 *   worker: EXPECT samples (long)                     at most once a file
 *           SAMPLES count (int), float32 × count      any number, little-endian
 *           DONE samples (long), flaw (UTF)           the last word on a file, or one of
 *           FAULT name (UTF), detail (UTF)            what an AudioException says
 *           FAILED what (UTF)                         anything else: a mistake of ours
 * </pre>
 */
final class WorkerProtocol {
    static final int READY = 'R';
    static final int EXPECT = 'E';
    static final int SAMPLES = 'S';
    static final int DONE = 'D';
    static final int FAULT = 'F';
    static final int FAILED = 'X';

    /** Samples in a message at most: what a pipe of 64 KB holds. */
    static final int BLOCK = 16_000;

    private WorkerProtocol() {}

    /** What a worker is asked for. */
    record Request(Path file, int sampleRateHz, Excerpt excerpt, Duration timeLimit) {
        void write(DataOutputStream out) throws IOException {
            out.writeUTF(file.toString());
            out.writeInt(sampleRateHz);
            out.writeLong(switch (excerpt) {
                case Excerpt.Whole() -> 0;
                case Excerpt.Middle(Duration length) -> length.toNanos();
            });
            out.writeLong(timeLimit.toNanos());
            out.flush();
        }

        static Request read(DataInputStream in) throws IOException {
            Path file = Path.of(in.readUTF());
            int sampleRateHz = in.readInt();
            long middle = in.readLong();
            Excerpt excerpt = middle == 0 ? new Excerpt.Whole() : new Excerpt.Middle(Duration.ofNanos(middle));
            return new Request(file, sampleRateHz, excerpt, Duration.ofNanos(in.readLong()));
        }
    }

    /** Sends samples on in blocks. What cannot be sent has nobody to hear it: the worker ends. */
    static final class Sender implements SampleSink {
        private final DataOutputStream out;
        private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        private final FloatBuffer floats = bytes.asFloatBuffer();

        Sender(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void expect(long samples) {
            try {
                out.write(EXPECT);
                out.writeLong(samples);
            } catch (IOException e) {
                throw new PoolIsGone(e);
            }
        }

        @Override
        public void accept(float[] samples, int from, int count) {
            for (int sent = 0; sent < count; ) {
                int fitting = Math.min(count - sent, floats.remaining());
                floats.put(samples, from + sent, fitting);
                sent += fitting;
                if (!floats.hasRemaining()) {
                    send();
                }
            }
        }

        private void send() {
            try {
                out.write(SAMPLES);
                out.writeInt(floats.position());
                out.write(bytes.array(), 0, floats.position() * Float.BYTES);
                out.flush();
            } catch (IOException e) {
                throw new PoolIsGone(e);
            }
            floats.clear();
        }

        void done(Reading reading) throws IOException {
            send();
            out.write(DONE);
            out.writeLong(reading.samples());
            out.writeUTF(reading.flaw());
            out.flush();
        }

        void fault(AudioException e) throws IOException {
            send();
            out.write(FAULT);
            out.writeUTF(e.fault().name());
            out.writeUTF(e.detail());
            out.flush();
        }

        void failed(Throwable e) throws IOException {
            out.write(FAILED);
            out.writeUTF(e.toString());
            out.flush();
        }
    }

    /** Hears what a worker says about one file. */
    static Reading receive(DataInputStream in, Path file, SampleSink sink) throws IOException {
        byte[] bytes = new byte[BLOCK * Float.BYTES];
        FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] samples = new float[BLOCK];
        while (true) {
            switch (in.readUnsignedByte()) {
                case EXPECT -> sink.expect(in.readLong());
                case SAMPLES -> {
                    int count = in.readInt();
                    in.readFully(bytes, 0, count * Float.BYTES);
                    floats.get(0, samples, 0, count);
                    sink.accept(samples, 0, count);
                }
                case DONE -> {
                    return new Reading(in.readLong(), in.readUTF());
                }
                case FAULT -> throw new AudioException(Fault.valueOf(in.readUTF()), file, in.readUTF());
                case FAILED -> throw new IllegalStateException("decoding %s failed: %s".formatted(file, in.readUTF()));
                default -> throw new IOException("a worker said something else than what it may");
            }
        }
    }

    /** The pool does not listen any more. */
    static final class PoolIsGone extends RuntimeException {
        PoolIsGone(IOException cause) {
            super(cause);
        }
    }
}
