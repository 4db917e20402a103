package io.yieldline.api;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request as bytes on a socket, which no HTTP client would send so. */
final class RawRequest implements AutoCloseable {
    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    /** A connection on which nothing was said yet. */
    static RawRequest to(ServedPlant plant) throws IOException {
        Socket socket = new Socket("127.0.0.1", plant.port());
        socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
        return new RawRequest(socket);
    }

    /** The head of a request by the holder of a token; the connection is closed after it. */
    static String head(String line, String[] authorization, String... headers) {
        StringBuilder head = new StringBuilder(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (int i = 0; i < authorization.length; i += 2) {
            head.append(authorization[i])
                    .append(": ")
                    .append(authorization[i + 1])
                    .append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    RawRequest send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    RawRequest send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Says that nothing more comes. */
    RawRequest breakOff() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All that the server says until it closes the connection. */
    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The number in the first line of the answer, without waiting for the rest; zero when the connection ends before. */
    int status() throws IOException {
        String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9, 12)) : 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
