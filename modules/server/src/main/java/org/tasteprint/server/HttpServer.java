package org.tasteprint.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.TrackQuery;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.server.http.JettyProblems;
import org.tasteprint.server.http.Json;
import org.tasteprint.server.http.Problems;
import org.tasteprint.server.http.ServiceAnswer;
import org.tasteprint.server.job.JobRoutes;
import org.tasteprint.server.job.JobRunner;
import org.tasteprint.server.job.JobWork;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.observe.Metrics;
import org.tasteprint.server.route.ApiRoutes;
import org.tasteprint.server.scrobble.ListenBrainzErrors;
import org.tasteprint.server.scrobble.ListenBrainzRoutes;
import org.tasteprint.server.security.Door;
import org.tasteprint.server.subsonic.SubsonicErrors;
import org.tasteprint.server.subsonic.SubsonicRoutes;
import org.tasteprint.server.upload.Analyses;

/**
 * A running HTTP server with the API of {@code openapi.yaml}, its documentation at {@code /docs} and the web client at {@code /}.
 *
 * <p>It keeps the JVM alive until it is closed. It prints nothing: its libraries log to {@code org.eclipse.jetty} and
 * {@code io.javalin}, where everything below {@code WARN} is about starting and stopping, and it logs what it did not expect
 * to {@code org.tasteprint.server}.
 */
public final class HttpServer implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    /** Largest body that is no upload: what a thousand listens take. */
    private static final long MOST_JSON_BYTES = 10L << 20;

    /** Who has so many tracks expects load; a smaller home starts at once. */
    private static final int WARMED_FROM = 10_000;

    private static final int WARMED_WITH = 500;
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    private final ServerSettings settings;
    private final Javalin javalin;
    private final Analyses analyses;
    private final JobRunner jobs;
    private final Metrics metrics;

    private HttpServer(ServerSettings settings, Javalin javalin, Analyses analyses, JobRunner jobs, Metrics metrics) {
        this.settings = settings;
        this.javalin = javalin;
        this.analyses = analyses;
        this.jobs = jobs;
        this.metrics = metrics;
    }

    /**
     * Starts to answer requests, and to do jobs. Where a space is large, it has {@linkplain WarmUp warmed up} when this returns.
     *
     * @throws TasteprintException {@code CONFLICT} when the port is in use; {@code INVALID_INPUT} when the host is unknown, or
     *     is one that other machines can reach and there is no API key
     */
    public static HttpServer start(ServerSettings settings, Catalog catalog, MusicService music, JobWork work) {
        boolean loopback = isLoopback(settings.host());
        if (!loopback && !catalog.keys().any()) {
            throw new TasteprintException(
                    TasteprintException.Kind.INVALID_INPUT,
                    "host %s can be reached from other machines, and there is no API key yet: make one with './tasteprint keys create NAME', or use --host 127.0.0.1"
                            .formatted(settings.host()));
        }
        Analyses analyses = new Analyses(settings.maxUploadBytes(), settings.classifications());
        String pass = UUID.randomUUID().toString();
        JobRunner jobs = JobRunner.start(catalog.jobs(), work);
        Metrics metrics = new Metrics(music, catalog.jobs(), analyses);
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            jetty(config, settings);
            config.http.prefer405over404 = true;
            config.http.maxRequestSize = MOST_JSON_BYTES;
            config.http.compressionStrategy = CompressionStrategy.GZIP;
            config.jsonMapper(Json.mapper());
            config.staticFiles.add(files -> {
                files.directory = "/org/tasteprint/server/web";
                files.location = Location.CLASSPATH;
                files.headers = Map.of("Cache-Control", "no-cache");
            });
            new Door(
                            settings.host(),
                            loopback,
                            catalog.keys(),
                            settings.requireKey() || !loopback,
                            pass,
                            settings.requestsPerSecond(),
                            settings.corsOrigins())
                    .register(config);
            new Problems(List.of(ServiceAnswer.errors(), new SubsonicErrors(), new ListenBrainzErrors())).register(config);
            new ApiRoutes(catalog, music, analyses, settings.maxUploadBytes()).register(config);
            metrics.register(config);
            new SubsonicRoutes(catalog, music).register(config.routes);
            new ListenBrainzRoutes(catalog).register(config.routes);
            new JobRoutes(catalog.jobs(), work, jobs).register(config.routes);
        });
        try {
            HttpServer server = new HttpServer(settings, javalin.start(), analyses, jobs, metrics);
            server.warmUp(pass, catalog, music);
            return server;
        } catch (RuntimeException e) {
            jobs.close();
            analyses.close();
            throw e;
        }
    }

    /** Where it answers, with the port that was really taken, as a browser wants it: {@code http://127.0.0.1:7070/}. */
    public URI uri() {
        String host = settings.host();
        if (host.equals("0.0.0.0") || host.equals("::")) {
            host = "localhost";
        } else if (host.contains(":")) {
            host = "[" + host + "]";
        }
        return URI.create("http://%s:%d/".formatted(host, javalin.port()));
    }

    /** Takes no new requests, lets those under way finish (for ten seconds at most), leaves the job under way to be begun again, and stops. */
    @Override
    public void close() {
        jobs.close();
        javalin.stop();
        analyses.close();
        metrics.close();
    }

    private void warmUp(String pass, Catalog catalog, MusicService music) {
        boolean expectsLoad = music.space("").filter(space -> space.info().vectors() >= WARMED_FROM).isPresent();
        if (expectsLoad) {
            List<Track> tracks = catalog.tracks(new TrackQuery("", "", "", WARMED_WITH, "")).tracks();
            new WarmUp(uri(), pass, tracks.stream().map(Track::id).toList()).run();
        }
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static void jetty(JavalinConfig config, ServerSettings settings) {
        // Requests run on virtual threads; Jetty's own selectors stay on platform threads, which they block.
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(server -> {
            server.insertHandler(new GracefulHandler());
            server.setStopTimeout(STOP_TIMEOUT.toMillis());
            server.setErrorHandler(new JettyProblems());
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyProblems()));
        config.jetty.addConnector((server, http) -> listen(server, http, settings));
    }

    /** Binds the port here rather than in Javalin, which would log a stack trace where one line is wanted. */
    private static ServerConnector listen(Server server, HttpConfiguration http, ServerSettings settings) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        try {
            connector.open();
        } catch (IOException e) {
            throw cannotListen(settings, e);
        }
        return connector;
    }

    private static TasteprintException cannotListen(ServerSettings settings, IOException e) {
        Throwable cause = e.getCause() instanceof BindException ? e.getCause() : e;
        String reason = String.valueOf(cause.getMessage());
        if (reason.contains("in use")) {
            return new TasteprintException(
                    TasteprintException.Kind.CONFLICT,
                    "port %d is already in use: stop the other program or choose one with --port".formatted(settings.port()),
                    e);
        }
        return new TasteprintException(
                TasteprintException.Kind.INVALID_INPUT,
                "cannot listen on host %s, port %d (%s): choose others with --host and --port"
                        .formatted(settings.host(), settings.port(), reason),
                e);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new TasteprintException(
                    TasteprintException.Kind.INVALID_INPUT, "host %s is not known: use --host 127.0.0.1".formatted(host), e);
        }
    }
}
