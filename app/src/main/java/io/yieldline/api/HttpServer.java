package io.yieldline.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import io.yieldline.UserError;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server. It discloses nothing without login. */
public final class HttpServer implements AutoCloseable {
    /** Maximum request body without login. */
    static final int MAX_ANONYMOUS_BYTES = 8_000;

    private static final int THREADS = 32;
    private static final long MAX_REQUEST_BYTES = 1_000_000;

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts the server.
     *
     * @param failed receives errors that are not caused by the client
     */
    public static HttpServer start(
            ServeSettings settings, List<Consumer<RoutesConfig>> routes, Consumer<Exception> failed) {
        HostCheck hosts = new HostCheck(settings);
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            config.routes.before(SecurityHeaders::set);
            config.routes.before(hosts::check);
            config.routes.exception(
                    Exception.class,
                    (error, http) -> Routes.send(unforeseen(error, failed).answer(), http));
            routes.forEach(each -> each.accept(config.routes));
        });
        try {
            return new HttpServer(javalin.start(settings.host(), settings.port()));
        } catch (JavalinBindException e) {
            throw new UserError("port " + settings.port() + " on " + settings.host()
                    + " is in use; end that program, or choose another with --port or serve: port:");
        }
    }

    /** The port of the server. */
    public int port() {
        return javalin.port();
    }

    /** Stops the server. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static Problem unforeseen(Exception error, Consumer<Exception> failed) {
        String id = UUID.randomUUID().toString();
        failed.accept(new IOException("error_id " + id, error));
        return Problem.internal(id);
    }

    /** A request body without login occupies no thread while it arrives: the request is processed when it is complete. */
    private static EagerContentHandler bufferAnonymousBodies() {
        EagerContentHandler handler = new EagerContentHandler(
                new EagerContentHandler.RetainedContentLoaderFactory(2L * MAX_ANONYMOUS_BYTES, 0, false));
        handler.includePath(Routes.ROOT + "/session");
        return handler;
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MAX_REQUEST_BYTES;
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        config.jetty.modifyServer(server -> server.setHandler(bufferAnonymousBodies()));
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }
}
