package org.tasteprint.features;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tasteprint.audio.Excerpt;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;

/**
 * Extracts features of many tracks into a store.
 *
 * <p>Worker threads decode files and run the front ends, a few tracks ahead of the calling thread, which runs the networks and
 * writes what they find. So the networks never wait for a decoder, and memory holds what the front ends make of a few tracks,
 * however large the catalogue is. A track's features are written as soon as they are known: an extraction that was killed goes
 * on where it was when it is run again.
 */
public final class Extraction {
    private static final Logger LOG = LoggerFactory.getLogger(Extraction.class);
    private static final int DECODERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int TRACKS_AHEAD = 2 * DECODERS;

    private final FeatureStore store;
    private final FeatureExtractor extractor;

    public Extraction(FeatureStore store, FeatureExtractor extractor) {
        this.store = requireNonNull(store, "store is null");
        this.extractor = requireNonNull(extractor, "extractor is null");
    }

    /** A track and those of its features that are to be computed. */
    private record Job(Track track, Set<String> features) {}

    /** A job whose sound is being decoded. */
    private record Started(Job job, Recording recording, Analysis analysis) {}

    /**
     * Extracts what is not stored yet, or older than the sound file, or made by another version of its network. A track that
     * cannot be read is reported and the rest goes on. A track without a sound file is left out in silence if any of the
     * features is stored for it, as those of an imported dataset are.
     *
     * @throws TasteprintException {@code INVALID_INPUT} for an unknown feature; {@code UNAVAILABLE} when a network's weights
     *     are needed and not there, the store cannot be written (a full disk), or no decoder can be started. What is stored stays.
     */
    public ExtractionReport run(List<Track> tracks, Set<String> features, Hop hop, Progress progress) {
        long started = System.nanoTime();
        features.stream()
                .filter(extractor.supported()::contains)
                .forEach(feature -> store.prepareFor(feature, extractor.rows(feature), hop, extractor.recipe(feature)));
        List<Job> jobs = new ArrayList<>();
        List<Failure> failed = new ArrayList<>();
        int cached = 0;
        for (Track track : tracks) {
            Set<String> missing = missing(track, features, hop);
            if (missing.isEmpty()) {
                cached++;
            } else if (track.audio().isPresent()) {
                jobs.add(new Job(track, missing));
            } else if (missing.size() == features.size()) {
                failed.add(new Failure(track.id(), "has no audio file"));
            }
        }
        List<Failure> flawed = new ArrayList<>();
        int extracted = jobs.isEmpty() ? 0 : extract(jobs, hop, failed, flawed, progress);
        return new ExtractionReport(extracted, cached, failed, flawed, secondsSince(started));
    }

    private Set<String> missing(Track track, Set<String> features, Hop hop) {
        return features.stream()
                .filter(feature -> !store.isCurrent(feature, hop, track.id(), track.audio()))
                .collect(Collectors.toSet());
    }

    private int extract(List<Job> jobs, Hop hop, List<Failure> failed, List<Failure> flawed, Progress progress) {
        extractor.warmUp(Math.min(DECODERS, jobs.size()));
        jobs.stream().map(Job::features).distinct().forEach(extractor::load);
        long started = System.nanoTime();
        int extracted = 0;
        ExecutorService decoders = Executors.newFixedThreadPool(DECODERS, Thread.ofPlatform().name("decoder-", 0).factory());
        try (Progress.Task task = progress.begin("extracting features", "tracks", jobs.size())) {
            Queue<Started> ahead = new ArrayDeque<>();
            Iterator<Job> waiting = jobs.iterator();
            for (int done = 1; done <= jobs.size(); done++) {
                while (waiting.hasNext() && ahead.size() <= TRACKS_AHEAD) {
                    Started next = begin(waiting.next(), hop);
                    decoders.execute(() -> FeatureExtractor.prepare(next.analysis()));
                    ahead.add(next);
                }
                if (finish(ahead.remove(), hop, failed, flawed)) {
                    extracted++;
                }
                task.advance(1);
                task.detail("%.1f tracks/s".formatted(done / secondsSince(started)));
            }
        } finally {
            decoders.shutdownNow();
        }
        return extracted;
    }

    private Started begin(Job job, Hop hop) {
        Track track = job.track();
        Recording recording = extractor.recording(track.audio().orElseThrow(), new Excerpt.Whole());
        return new Started(job, recording, extractor.begin(recording, track.id(), job.features(), hop));
    }

    private boolean finish(Started track, Hop hop, List<Failure> failed, List<Failure> flawed) {
        String id = track.job().track().id();
        try {
            for (FeatureMatrix matrix : track.analysis().finish().values()) {
                store.write(extractor.rows(matrix.feature()), hop, matrix);
            }
            if (!track.recording().flaw().isEmpty()) {
                flawed.add(new Failure(id, track.recording().file() + ": " + track.recording().flaw()));
            }
            return true;
        } catch (ExecutionException e) {
            failed.add(new Failure(id, reason(id, e.getCause())));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TasteprintException(Kind.UNAVAILABLE, "extraction was interrupted: run it again to go on", e);
        }
    }

    private static String reason(String trackId, Throwable cause) {
        return switch (cause) {
            case TasteprintException known when known.kind() == Kind.UNAVAILABLE -> throw known; // not this file's fault
            case TasteprintException known -> known.getMessage();
            case Error error -> throw error;
            default -> {
                LOG.error("decoding track {} failed in an unforeseen way", trackId, cause);
                yield "cannot be decoded (" + cause + "); please report this";
            }
        };
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
