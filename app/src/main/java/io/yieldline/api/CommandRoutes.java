package io.yieldline.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs commands for local command lines, authenticated by the token in the server file. */
public final class CommandRoutes {
    private final String token;
    private final Program program;
    private final Map<String, CommandOutput> asking = new ConcurrentHashMap<>();

    /**
     * For one server.
     *
     * @param token the required token
     * @param program what runs the commands
     */
    public CommandRoutes(String token, Program program) {
        this.token = token;
        this.program = program;
    }

    /** Runs a command and returns its exit code. */
    @FunctionalInterface
    public interface Program {
        int run(CommandCall call, CommandOutput output);
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.post(CommandCall.ROUTE, this::run);
        routes.post(CommandCall.ANSWER_ROUTE, this::answer);
    }

    private void run(Context http) throws IOException {
        if (refused(http)) {
            return;
        }
        String id = String.valueOf(http.formParam("id"));
        // Javalin's own stream would buffer questions and progress until the end.
        CommandOutput output = new CommandOutput(http.res().getOutputStream());
        http.contentType("text/plain; charset=utf-8");
        asking.put(id, output);
        try (Heartbeat alive = output.signsOfLife()) {
            output.exit(program.run(call(http), output));
        } finally {
            output.end();
            asking.remove(id);
        }
    }

    private void answer(Context http) {
        CommandOutput output = asking.get(String.valueOf(http.formParam("id")));
        if (!refused(http) && output != null) {
            output.answer(String.valueOf(http.formParam("answer")));
        }
    }

    private static CommandCall call(Context http) {
        return new CommandCall(
                http.formParams("word"),
                Path.of(String.valueOf(http.formParam("directory"))),
                String.valueOf(http.formParam("user")),
                "true".equals(http.formParam("colours")),
                "true".equals(http.formParam("answers")));
    }

    private boolean refused(Context http) {
        byte[] shown = String.valueOf(http.header("Authorization")).getBytes(StandardCharsets.UTF_8);
        boolean right = MessageDigest.isEqual(shown, ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
        if (!right) {
            http.status(HttpStatus.UNAUTHORIZED)
                    .result("this server runs commands only for users who can read its file");
        }
        return !right;
    }
}
