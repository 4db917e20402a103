package io.yieldline.api;

import io.yieldline.api.CommandFrame.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Console of a command that the server runs: output and questions go to the command line of the user. */
public final class CommandOutput {
    private static final int PIECE = 8192;
    private static final int PATIENCE_MINUTES = 10;

    private final OutputStream stream;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final PrintWriter out = new PrintWriter(new BufferedWriter(new Pieces(Kind.OUT), PIECE));
    private final PrintWriter err = new PrintWriter(new BufferedWriter(new Pieces(Kind.ERR), PIECE), true);

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

    void exit(int code) throws IOException {
        flush();
        send(new CommandFrame(Kind.EXIT, Integer.toString(code)));
    }

    private void flush() {
        out.flush();
        err.flush();
    }

    private synchronized void send(CommandFrame frame) throws IOException {
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
