package io.yieldline.api;

import io.yieldline.api.CommandFrame.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Console of a command that the server runs: output and questions go to the command line of the user. While the command says nothing,
 * a sign of life does.
 */
public final class CommandOutput {
    private static final int PIECE = 8192;
    private static final int PATIENCE_MINUTES = 10;

    /** The command line gives up after a multiple of this. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final OutputStream stream;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final PrintWriter out = new PrintWriter(new BufferedWriter(new Pieces(Kind.OUT), PIECE));
    private final PrintWriter err = new PrintWriter(new BufferedWriter(new Pieces(Kind.ERR), PIECE), true);

    private boolean ended;

    CommandOutput(OutputStream stream) {
        this.stream = stream;
    }

    /** Standard output of the command. */
    public PrintWriter out() {
        return out;
    }

    /** Standard error of the command. */
    public PrintWriter err() {
        return err;
    }

    /** Asks the user; null if there is no answer within ten minutes. */
    public @Nullable String ask(String question) {
        flush();
        try {
            send(new CommandFrame(Kind.ASK, question));
            return answers.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    void answer(String text) {
        answers.add(text);
    }

    /** Sends signs of life until it is closed. */
    Heartbeat signsOfLife() {
        return Heartbeat.start("command", PAUSE, this::live, error -> {
            // The command line is gone; its command goes on.
        });
    }

    private void live() {
        try {
            send(new CommandFrame(Kind.ALIVE, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void exit(int code) throws IOException {
        flush();
        send(new CommandFrame(Kind.EXIT, Integer.toString(code)));
    }

    /** Sends nothing more, because the stream belongs to the request. */
    synchronized void end() {
        ended = true;
    }

    private void flush() {
        out.flush();
        err.flush();
    }

    private synchronized void send(CommandFrame frame) throws IOException {
        if (ended) {
            return;
        }
        stream.write(frame.line().getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }

    /** Sends the content of the buffer on flush. */
    private final class Pieces extends Writer {
        private final Kind kind;

        Pieces(Kind kind) {
            this.kind = kind;
        }

        @Override
        public void write(char[] text, int start, int length) throws IOException {
            if (kind == Kind.ERR) {
                out.flush();
            }
            send(new CommandFrame(kind, new String(text, start, length)));
        }

        @Override
        public void flush() {
            // Each piece is sent when it is written.
        }

        @Override
        public void close() {
            // The stream belongs to the request.
        }
    }
}
