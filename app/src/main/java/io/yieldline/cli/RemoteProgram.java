package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.api.CommandCall;
import io.yieldline.api.CommandFrame;
import io.yieldline.plant.ServerAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Lets the server that holds the plant run a command: same arguments, same output, same exit code. */
final class RemoteProgram {
    private static final int CONNECT_MILLIS = 2000;

    /** The server sends a sign of life every two seconds. */
    private static final int SILENCE_MILLIS = 10_000;

    private final ServerAddress server;
    private final List<String> words;
    private final String id = UUID.randomUUID().toString();

    private RemoteProgram(ServerAddress server, List<String> words) {
        this.server = server;
        this.words = words;
    }

    /** The server of the selected plant, if it is running. */
    static Optional<RemoteProgram> of(YieldlineCommand options) {
        return ServerAddress.of(options.plantHome())
                .filter(ServerAddress::alive)
                .map(server -> new RemoteProgram(
                        server, options.spec.commandLine().getParseResult().originalArgs()));
    }

    /** The address of the server. */
    ServerAddress address() {
        return server;
    }

    /** Runs the command on the server and returns its exit code. */
    int run(Console console) {
        try {
            HttpURLConnection connection = post(CommandCall.ROUTE, form(console));
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_UNAVAILABLE) {
                throw new UserError(
                        ExitCode.LOCKED, "the server (" + server + ") runs many commands already; try again later");
            }
            if (status != HttpURLConnection.HTTP_OK) {
                throw new UserError("the server (" + server + ") refused the command: "
                        + new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return follow(connection, console);
        } catch (SocketTimeoutException e) {
            throw new UserError(
                    ExitCode.LOCKED,
                    "the server (" + server + ") that holds the plant has given no sign of life for "
                            + SILENCE_MILLIS / 1000 + " seconds; it may be stopped: continue it with kill -CONT "
                            + server.pid() + ", or end it with kill -9 " + server.pid()
                            + " and start it again; the command may have completed: see yieldline runs");
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.LOCKED,
                    "the server (" + server + ") that holds the plant lost the connection: " + e.getMessage()
                            + "; the command may have completed: see yieldline runs");
        }
    }

    private int follow(HttpURLConnection connection, Console console) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                CommandFrame frame = CommandFrame.parse(line);
                switch (frame.kind()) {
                    case OUT -> console.relay(frame.text());
                    case ERR -> console.relayError(frame.text());
                    case ASK -> answer(console.ask(frame.text()).orElse(""));
                    case ALIVE -> {}
                    case EXIT -> {
                        return Integer.parseInt(frame.text());
                    }
                }
            }
        }
        throw new IOException("it ended before the command");
    }

    private void answer(String text) throws IOException {
        post(CommandCall.ANSWER_ROUTE, List.of("id", id, "answer", text)).getResponseCode();
    }

    private List<String> form(Console console) {
        List<String> form = new ArrayList<>(List.of(
                "id", id,
                "directory", Path.of("").toAbsolutePath().toString(),
                "user", System.getProperty("user.name", "unknown"),
                "colours", Boolean.toString(console.coloured()),
                "answers", Boolean.toString(console.answers())));
        words.forEach(word -> form.addAll(List.of("word", word)));
        return form;
    }

    private HttpURLConnection post(String route, List<String> form) throws IOException {
        HttpURLConnection connection = connection(route);
        byte[] content = encoded(form).getBytes(StandardCharsets.US_ASCII);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(SILENCE_MILLIS);
        // With a fixed length, Java does not send a command twice when the connection breaks.
        connection.setFixedLengthStreamingMode(content.length);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Authorization", "Bearer " + server.token());
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.setDoOutput(true);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(content);
        }
        return connection;
    }

    private HttpURLConnection connection(String route) {
        try {
            URI address = URI.create("http://" + server.host() + ":" + server.port() + route);
            return Objects.requireNonNull((HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(List<String> form) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < form.size(); i += 2) {
            text.append(i == 0 ? "" : "&")
                    .append(form.get(i))
                    .append('=')
                    .append(URLEncoder.encode(form.get(i + 1), StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
