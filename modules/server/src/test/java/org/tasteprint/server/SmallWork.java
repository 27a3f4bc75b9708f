package org.tasteprint.server;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.server.job.JobWork;

/** Jobs that count: {@code count} to a number, {@code wait} until they are let go, {@code fail}; and {@code map}, which draws one. */
final class SmallWork implements JobWork {
    final AtomicInteger begun = new AtomicInteger();
    volatile CountDownLatch letGo = new CountDownLatch(0);

    private final SmallMusicService music;

    SmallWork(SmallMusicService music) {
        this.music = music;
    }

    record Counted(int counted) {}

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind("count", Set.of("to")), new Kind("wait", Set.of()), new Kind("fail", Set.of()), new Kind("map", Set.of("space")));
    }

    @Override
    public Object run(String kind, Map<String, String> parameters, Progress progress) {
        begun.incrementAndGet();
        return switch (kind) {
            case "count" -> count(Integer.parseInt(parameters.getOrDefault("to", "3")), progress);
            case "wait" -> waiting(progress);
            case "map" -> {
                music.draw(parameters.get("space"));
                yield new Counted(1);
            }
            default -> throw new TasteprintException(TasteprintException.Kind.UNAVAILABLE, "nothing to fail with: import some");
        };
    }

    private static Counted count(int to, Progress progress) {
        try (Progress.Task task = progress.begin("counting", "numbers", to)) {
            for (int i = 0; i < to; i++) {
                task.advance(1);
            }
        }
        return new Counted(to);
    }

    private Counted waiting(Progress progress) {
        try (Progress.Task task = progress.begin("waiting", "looks", 0)) {
            for (int looks = 0; letGo.getCount() > 0; looks++) {
                task.advance(1);
                try {
                    Thread.sleep(10);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
        return new Counted(1);
    }
}
