package org.tasteprint.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void noMorePassThanAreLetThroughASecond() {
        Pace pace = new Pace(50, 1);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 11).forEach(i -> threads.submit(() -> {
                pace.await();
                return i;
            }));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void someMayPassAtOnceAfterAPause() throws InterruptedException {
        Pace pace = new Pace(1, 3);
        long begin = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            pace.await();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(500));
    }
}
