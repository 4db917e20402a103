package io.yieldline.cli;

import io.yieldline.Hint;
import io.yieldline.Visible;
import io.yieldline.ingest.ExportReport;
import io.yieldline.operation.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on standard error: a bar on a terminal, lines otherwise, nothing with {@code --quiet}. */
final class CliProgress implements Progress, AutoCloseable {
    private final PrintWriter err;
    private final boolean terminal;
    private final boolean quiet;
    private final String program;
    private @Nullable ProgressBar bar;
    private int planned;
    private int done;

    /**
     * For one run of the program.
     *
     * @param program command line prefix for the same plant
     */
    CliProgress(PrintWriter err, boolean terminal, boolean quiet, String program) {
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
        this.program = program;
    }

    @Override
    public void planned(int exports, long bytes) {
        planned = exports;
        done = 0;
        if (terminal && exports > 1) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Loading")
                    .setInitialMax(bytes)
                    .setUnit(" MB", 1_000_000)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        }
    }

    @Override
    public void done(ExportReport report, long bytes) {
        done++;
        if (bar != null) {
            bar.stepBy(bytes);
            bar.setExtraMessage(
                    " " + Visible.line(String.valueOf(Path.of(report.file()).getFileName())));
            closeAfterLast();
        } else {
            say("[" + done + "/" + planned + "] " + IngestText.line(report));
        }
    }

    @Override
    public void note(String message) {
        say(message);
    }

    @Override
    public void begins(String part) {
        if (!terminal) {
            say(part);
        }
    }

    @Override
    public void begins(String mart, int number, int count) {
        if (terminal) {
            err.print("\r\u001b[K[" + number + "/" + count + "] " + mart);
            err.print(number == count ? "\r\u001b[K" : "");
            err.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private void closeAfterLast() {
        if (done == planned) {
            close();
        }
    }

    private void say(String line) {
        if (!quiet) {
            err.println(Hint.complete(Visible.line(line), program));
        }
    }
}
