package org.tasteprint.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tasteprint.core.Progress;

/** One build of a space, from the first point to the switch; whoever runs it holds the right to build. */
final class SpaceBuild {
    private final SpaceFolder files;
    private final SpaceDefinition space;
    private final Duration grace;
    private final Changes changes;

    SpaceBuild(SpaceFolder files, SpaceDefinition space, Duration grace) {
        this.files = files;
        this.space = space;
        this.grace = grace;
        this.changes = new Changes(files.changes());
    }

    SpaceInfo run(Iterable<Point> points, Progress progress) throws IOException {
        int number = files.nextVersion();
        files.sweep(grace);
        underUpdateLock(() -> {
            changes.begin();
            return null;
        });
        SpaceInfo info;
        try {
            Path version = files.version(number);
            long count = new SpaceWriter(space).write(version, points, progress);
            files.write(number, space.preprocessing());
            info = underUpdateLock(() -> switchTo(number, count, progress));
        } catch (IOException | RuntimeException e) {
            SpaceFolder.delete(files.version(number));
            changes.end();
            throw e;
        }
        files.sweep(grace);
        return info;
    }

    private SpaceInfo switchTo(int number, long count, Progress progress) throws IOException {
        SpaceInfo info = new SpaceInfo(
                space.name(),
                number,
                count,
                space.dimensions(),
                files.bytes(number),
                space.provenance(),
                space.precision(),
                0);
        Set<String> changed = changes.noted();
        Optional<SpaceInfo> before = files.active();
        if (!changed.isEmpty() && before.isPresent()) {
            long vectors = carryOver(changed, before.get(), info, progress);
            info = info.updated(vectors, files.bytes(number));
        }
        files.activate(info);
        changes.end();
        return info;
    }

    /** Makes the new version what the old one has become meanwhile. */
    private long carryOver(Set<String> changed, SpaceInfo before, SpaceInfo info, Progress progress) throws IOException {
        boolean sameModel = before.dimensions() == info.dimensions()
                && before.provenance().parameters().equals(info.provenance().parameters())
                && files.preprocessing(before.version()).equals(space.preprocessing());
        List<Point> put = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        int left = 0;
        OpenVersion old = OpenVersion.open(files.version(before.version()), before);
        try {
            for (String id : changed) {
                int document = old.document(id);
                if (document < 0) {
                    removed.add(id);
                } else if (sameModel) {
                    put.add(new Point(id, old.vector(document), old.attributes(document)));
                } else {
                    left++;
                }
            }
        } finally {
            old.release();
        }
        if (left > 0) {
            progress.note("%d vectors came to %s from the old model while the new version was built and stay behind: index them again"
                    .formatted(left, space.name()));
        }
        return SpaceUpdate.apply(files.version(info.version()), info, put, removed);
    }

    @FunctionalInterface
    private interface Step<R> {
        R take() throws IOException;
    }

    private <R> R underUpdateLock(Step<R> step) throws IOException {
        try (FileChannel lock = files.updateLock()) {
            Objects.requireNonNull(lock, "no lock");
            return step.take();
        }
    }
}
