package org.tasteprint.server.observe;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.tasteprint.catalog.Job;
import org.tasteprint.catalog.Jobs;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.upload.Analyses;

/**
 * Metrics for Prometheus: requests with their latencies by route, queues, spaces, models and the JVM. Numbers that come from the
 * database or the disk are looked up when they are asked for.
 */
public final class Metrics implements AutoCloseable {
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration[] LATENCIES =
            List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000).stream().map(Duration::ofMillis).toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final MusicService music;
    private final Jobs jobs;
    private final MultiGauge vectors;
    private final MultiGauge versions;
    private final MultiGauge models;
    private final MultiGauge queue;

    /** Counts what goes through {@code analyses} and {@code jobs}, and describes what {@code music} has. */
    public Metrics(MusicService music, Jobs jobs, Analyses analyses) {
        this.music = music;
        this.jobs = jobs;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("tasteprint.uploads", analyses, Analyses::taken).description("uploads that are received or analysed").register(registry);
        this.vectors = MultiGauge.builder("tasteprint.space.vectors").description("vectors of a space").register(registry);
        this.versions = MultiGauge.builder("tasteprint.space.version").description("active version of a space").register(registry);
        this.models = MultiGauge.builder("tasteprint.model.info").description("models that are here").register(registry);
        this.queue = MultiGauge.builder("tasteprint.jobs").description("jobs that wait or run").register(registry);
    }

    /** Counts every request, and answers at {@code /metrics}. */
    public void register(JavalinConfig config) {
        config.requestLogger.http(this::count);
        config.routes.get("/metrics", this::scrape);
    }

    private void count(Context request, Float milliseconds) {
        String route = request.endpoints().matchedHttpEndpoint() == null ? "other" : request.endpoints().matchedHttpEndpoint().path;
        Timer.builder("http.server.requests")
                .description("requests and how long they took")
                .tags("method", request.method().name(), "route", route, "status", Integer.toString(request.statusCode()))
                .serviceLevelObjectives(LATENCIES)
                .register(registry)
                .record(Duration.ofNanos((long) (milliseconds * 1e6)));
        AccessLog.write(request, route, milliseconds);
    }

    private void scrape(Context request) {
        List<SpaceInfo> spaces = music.spaces();
        rows(vectors, spaces, SpaceInfo::vectors, space -> Tags.of("space", space.name()));
        rows(versions, spaces, SpaceInfo::version, space -> Tags.of("space", space.name()));
        rows(
                models,
                music.models().stream().filter(model -> !model.state().equals("absent")).toList(),
                model -> 1,
                model -> Tags.of(
                        "model", model.name(), "kind", model.kind(), "made", model.parameters().getOrDefault("made", "")));
        Map<Job.State, Long> open = jobs.open();
        rows(queue, List.of(Job.State.QUEUED, Job.State.RUNNING), state -> open.getOrDefault(state, 0L), state -> Tags.of("state", state.toString()));
        request.header(Header.CACHE_CONTROL, "no-store").contentType(CONTENT_TYPE).result(registry.scrape());
    }

    private static <T> void rows(MultiGauge gauge, List<T> things, ToDoubleFunction<T> value, Function<T, Tags> tags) {
        gauge.register(
                things.stream()
                        .<MultiGauge.Row<?>>map(thing -> MultiGauge.Row.of(tags.apply(thing), (Supplier<Number>) () -> value.applyAsDouble(thing)))
                        .toList(),
                true);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
