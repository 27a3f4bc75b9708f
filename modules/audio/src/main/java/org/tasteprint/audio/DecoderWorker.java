package org.tasteprint.audio;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * A process that decodes files for a {@link DecoderPool}, one at a time. It ends when its standard input does, which the operating
 * system closes when the pool's process is gone, however that came about.
 */
public final class DecoderWorker {
    /** No sound file needs more than this in one piece; a damaged header may ask for it. */
    private static final long LARGEST_ALLOCATION = 256 << 20;

    private DecoderWorker() {}

    /** Decodes what standard input asks for until it ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err); // nobody else may speak where samples go
        AudioFile.ffmpegVersion();
        avutil.av_max_alloc(LARGEST_ALLOCATION);
        BlockingQueue<WorkerProtocol.Request> requests = new ArrayBlockingQueue<>(1);
        Thread.ofPlatform().daemon().name("requests").start(() -> listen(requests));
        out.write(WorkerProtocol.READY);
        out.flush();
        WorkerProtocol.Sender sender = new WorkerProtocol.Sender(out);
        while (true) {
            answer(requests.take(), sender);
        }
    }

    /** Listens while a file is decoded, too: a decoder that hangs must not outlive the pool. */
    private static void listen(BlockingQueue<WorkerProtocol.Request> requests) {
        try {
            DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
            while (true) {
                requests.put(WorkerProtocol.Request.read(in));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void answer(WorkerProtocol.Request request, WorkerProtocol.Sender sender) throws IOException {
        try {
            sender.done(AudioFile.stream(
                    request.file(), request.sampleRateHz(), request.excerpt(), request.timeLimit(), sender));
        } catch (AudioException e) {
            sender.fault(e);
        } catch (WorkerProtocol.PoolIsGone e) {
            Runtime.getRuntime().halt(0);
        } catch (RuntimeException e) {
            sender.failed(e);
        }
    }
}
