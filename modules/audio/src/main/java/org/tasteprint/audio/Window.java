package org.tasteprint.audio;

/** Lets a number of samples through, after a number that are left out. */
final class Window implements SampleSink {
    private final SampleSink sink;
    private long toDrop;
    private long missing;

    Window(long toDrop, long wanted, SampleSink sink) {
        this.toDrop = toDrop;
        this.missing = wanted;
        this.sink = sink;
    }

    /** Samples that are still to come. */
    long missing() {
        return missing;
    }

    @Override
    public void accept(float[] samples, int from, int count) {
        int dropped = (int) Math.min(toDrop, count);
        toDrop -= dropped;
        int taken = (int) Math.min(missing, count - dropped);
        missing -= taken;
        sink.accept(samples, from + dropped, taken);
    }
}
