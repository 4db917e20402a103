package io.yieldline.cli;

import io.yieldline.api.Api;
import io.yieldline.api.CommandRoutes;
import io.yieldline.api.HttpServer;
import io.yieldline.api.ServeSettings;
import io.yieldline.operation.ErrorLog;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Home;
import io.yieldline.plant.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A plant that is being served: its parts, wired. */
final class Serving implements AutoCloseable {
    /** A supervisor kills what has not ended after ten seconds. */
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(8);

    private final OpenPlant plant;
    private final Api api;
    private final HttpServer http;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Serving(OpenPlant plant, Api api, HttpServer http) {
        this.plant = plant;
        this.api = api;
        this.http = http;
    }

    static Serving start(OpenPlant plant, InstantSource clock, ServeSettings settings) {
        try {
            ErrorLog errors = ErrorLog.of(plant.plant().home(), clock);
            String token = token();
            CommandRoutes commands = new CommandRoutes(token, new HeldProgram(plant, clock)::run);
            Api api = new Api(plant, clock, errors::explain);
            HttpServer http = listen(settings, commands, api, errors);
            enter(
                    plant.plant().home(),
                    new ServerAddress(
                            settings.host(),
                            http.port(),
                            ProcessHandle.current().pid(),
                            token));
            return new Serving(plant, api, http);
        } catch (RuntimeException e) {
            plant.close();
            throw e;
        }
    }

    private static HttpServer listen(ServeSettings settings, CommandRoutes commands, Api api, ErrorLog errors) {
        try {
            return HttpServer.start(settings, List.of(commands::addTo, api::addTo), errors::explain);
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    /** What is served and where. */
    String description() {
        return "plant " + plant.plant().settings().plant() + " on http://127.0.0.1:" + http.port();
    }

    /** Where the first password of the user admin is, until it is used. */
    Optional<Path> firstPassword() {
        return api.firstPassword();
    }

    /** Ends what runs where it can be broken off. What does not end in time ends with the process; nothing half done is kept. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            end();
        }
    }

    private void end() {
        leave(plant.plant().home());
        boolean quiet = plant.stop(MOST_PATIENCE);
        http.close();
        if (quiet) {
            api.close();
            plant.close();
        }
    }

    private static String token() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void enter(Home home, ServerAddress address) {
        try {
            address.enter(home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + home.serverFile(), e);
        }
    }

    private static void leave(Home home) {
        try {
            ServerAddress.leave(home);
        } catch (IOException e) {
            // A command that finds a dead server's file opens the plant itself.
        }
    }
}
