package io.yieldline.api;

import com.sun.management.UnixOperatingSystemMXBean;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.yieldline.UserError;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server. It discloses nothing without login. */
public final class HttpServer implements AutoCloseable {
    /** For what waits for nothing: health checks, refusals, heads of requests. */
    private static final int OTHER_THREADS = 16;

    private static final int MAX_CONNECTIONS = 4_000;
    private static final long IDLE_WHEN_FULL_MILLIS = 1_000;
    private static final long MAX_COMMAND_BYTES = 1_000_000;

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts the server.
     *
     * @param entrance tells requests apart before they are processed
     * @param failed receives errors that are not caused by the client
     */
    public static HttpServer start(
            ServeSettings settings,
            Entrance entrance,
            List<Consumer<RoutesConfig>> routes,
            Consumer<Exception> failed) {
        HostCheck hosts = new HostCheck(settings);
        Javalin javalin = Javalin.create(config -> {
            configure(config, entrance);
            config.routes.before(SecurityHeaders::set);
            config.routes.before(HttpServer::refuseLate);
            config.routes.before(hosts::check);
            config.routes.exception(Problem.class, (problem, http) -> Routes.send(problem.answer(), http));
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

    private static void refuseLate(Context http) {
        if (http.attribute(Turns.LATE) instanceof Lane lane) {
            throw Problem.busy(lane.busy());
        }
    }

    /** Bodies first, then a turn: a request whose body is on its way takes nobody else's turn. */
    private static Handler.Wrapper before(Entrance entrance) {
        EagerContentHandler bodies = new EagerContentHandler(new SmallBodies(entrance));
        bodies.setHandler(new Turns(entrance));
        return bodies;
    }

    /** A lane that is full takes no thread from the others. */
    private static int threads() {
        return OTHER_THREADS
                + Arrays.stream(Lane.values()).mapToInt(Lane::threads).sum();
    }

    /** So many connections that files can be opened all the same; those that say nothing are closed soon when there are more. */
    private static NetworkConnectionLimit connections(Server server) {
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
        NetworkConnectionLimit limit = new NetworkConnectionLimit((int) Math.min(MAX_CONNECTIONS, files / 2), server);
        limit.setEndPointIdleTimeout(IDLE_WHEN_FULL_MILLIS);
        return limit;
    }

    private static void configure(JavalinConfig config, Entrance entrance) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MAX_COMMAND_BYTES;
        config.jetty.threadPool = new QueuedThreadPool(threads());
        config.jetty.modifyServer(server -> {
            server.setHandler(before(entrance));
            server.addBean(connections(server));
        });
        config.http.prefer405over404 = true;
        // What is another path for the lanes must be another one for the router.
        config.router.ignoreTrailingSlashes = false;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }
}
