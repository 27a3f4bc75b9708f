package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.Granularity;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.Cnn;
import org.tasteprint.genre.classifier.FineTuned;
import org.tasteprint.genre.classifier.TunedTagger;

/** Fetches features a few tracks at a time, so that memory holds the rows that are kept and not all there are. */
final class SegmentRows {
    private static final int TRACKS_AT_ONCE = 256;

    /** The patches of a 30-second track are some 2 MB, and those of a song 15 MB. */
    private static final int SPECTROGRAMS_AT_ONCE = 8;

    private final FeatureSource source;
    private final GenreSettings settings;
    private final Set<String> trainingTrackIds;

    SegmentRows(FeatureSource source, GenreSettings settings, Set<String> trainingTrackIds) {
        this.source = source;
        this.settings = settings;
        this.trainingTrackIds = Set.copyOf(trainingTrackIds);
    }

    /** The features of the tracks of one of the {@link #chunks}, side by side. */
    FeatureJoin.Joined of(List<Track> chunk, int segmentsMax) {
        return of(chunk, segmentsMax, settings.seed());
    }

    /** @param seed decides which segments are taken, when there are more than {@code segmentsMax} */
    FeatureJoin.Joined of(List<Track> chunk, int segmentsMax, long seed) {
        List<String> ids = chunk.stream().map(Track::id).toList();
        List<FeatureMatrix> blocks = settings.features().stream()
                .map(feature -> segments(source.features(feature, ids, trainingTrackIds), settings))
                .toList();
        return new FeatureJoin(blocks).join(ids, segmentsMax, seed);
    }

    /** Rows that are segments, as they are, or their mean where songs are classified; frames, for who reads frames, cut into what they take. */
    static FeatureMatrix segments(FeatureMatrix block, GenreSettings settings) {
        return switch (settings.classifier()) {
            case Cnn _ -> FrameWindows.of(block);
            case FineTuned tuned when tuned.readsFrames() ->
                LogMelPatches.of(block, Hop.parse(settings.hop()));
            case FineTuned _, TunedTagger _ -> block;
            case ClassifierSettings.OfRows _ -> settings.granularity() == Granularity.TRACK ? block.meanPerTrack() : block;
        };
    }

    /** The features of any number of tracks, side by side. */
    FeatureJoin.Joined ofAll(List<Track> tracks, int segmentsMax, Progress progress) {
        Missing missing = new Missing();
        List<FeatureMatrix> parts = new ArrayList<>();
        List<Integer> widths = List.of();
        try (Progress.Task task = progress.begin("reading features", "tracks", tracks.size())) {
            for (List<Track> chunk : chunks(tracks)) {
                FeatureJoin.Joined joined = of(chunk, segmentsMax);
                missing.addAll(joined.missing());
                if (joined.rows().rows() > 0) {
                    parts.add(joined.rows());
                    widths = joined.widths();
                }
                task.advance(chunk.size());
            }
        }
        if (parts.isEmpty()) {
            throw missing.nothingLeft(tracks.stream().map(Track::id).toList());
        }
        return new FeatureJoin.Joined(stack(parts), missing, widths);
    }

    /** As many tracks at a time as memory should hold the segments of. */
    List<List<Track>> chunks(List<Track> tracks) {
        int size = settings.readsFrames() ? SPECTROGRAMS_AT_ONCE : TRACKS_AT_ONCE;
        List<List<Track>> chunks = new ArrayList<>();
        for (int from = 0; from < tracks.size(); from += size) {
            chunks.add(tracks.subList(from, Math.min(tracks.size(), from + size)));
        }
        return chunks;
    }

    private static FeatureMatrix stack(List<FeatureMatrix> parts) {
        FeatureMatrix first = parts.getFirst();
        List<String> ids = new ArrayList<>();
        float[] values = new float[parts.stream().mapToInt(part -> part.values().length).reduce(0, Math::addExact)];
        int at = 0;
        for (FeatureMatrix part : parts) {
            if (part.dimensions() != first.dimensions()) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT,
                        "%s has %d dimensions for track %s and %d for track %s: extract or import it again"
                                .formatted(
                                        first.feature(),
                                        first.dimensions(),
                                        first.trackIds().getFirst(),
                                        part.dimensions(),
                                        part.trackIds().getFirst()));
            }
            ids.addAll(part.trackIds());
            System.arraycopy(part.values(), 0, values, at, part.values().length);
            at += part.values().length;
        }
        return new FeatureMatrix(first.feature(), first.dimensions(), ids, values);
    }
}
