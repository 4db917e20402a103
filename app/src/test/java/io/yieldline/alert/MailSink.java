package io.yieldline.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mail server that answers each word as a test wants; without an answer it hangs. */
final class MailSink implements AutoCloseable {
    private static final Map<String, String> GOOD = Map.of(
            "CONNECT",
            "220 sink",
            "EHLO",
            "250 sink",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go",
            ".",
            "250 taken",
            "QUIT",
            "221 bye",
            "RSET",
            "250 ok");

    private final ServerSocket server;
    private volatile Map<String, String> answers = Map.of();

    MailSink() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    /** Other answers than the good ones; an empty one is a hang. */
    void answers(Map<String, String> other) {
        answers = other;
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> talk(socket));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            boolean content = false;
            answer(socket, "CONNECT");
            for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.split(" ")[0];
                if (!content || word.equals(".")) {
                    answer(socket, word);
                    content = word.equals("DATA");
                }
            }
        } catch (IOException e) {
            // The other side left.
        }
    }

    private void answer(Socket socket, String word) throws IOException {
        String answer = answers.getOrDefault(word, GOOD.getOrDefault(word, "500 what?"));
        if (!answer.isEmpty()) {
            socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
