package io.yieldline.operation;

import io.yieldline.UserError;
import io.yieldline.Visible;
import io.yieldline.plant.FileFault;
import io.yieldline.plant.Home;
import io.yieldline.warehouse.WarehouseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/**
 * Stack traces of unexpected errors: in the home of the plant, or in the temporary folder if there is no plant. A full file
 * is rotated; one old file is kept.
 */
public final class ErrorLog {
    private static final long FULL = 5_000_000;

    private final Path file;
    private final InstantSource clock;

    private ErrorLog(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The log of the plant in this home. */
    public static ErrorLog of(Home home, InstantSource clock) {
        Path file =
                home.exists() ? home.errorLog() : Path.of(System.getProperty("java.io.tmpdir"), "yieldline-errors.log");
        return new ErrorLog(file, clock);
    }

    /**
     * The error message for the user, in one line unless the stack trace cannot be logged. The stack trace of everything but a
     * {@link UserError} is logged.
     */
    public String explain(Throwable error) {
        if (error instanceof UserError wrong) {
            return Visible.line(wrong.getMessage());
        }
        String message = FileFault.of(error).orElseGet(() -> unexpected(error));
        return Visible.line(message) + "; " + keep(error);
    }

    private static String unexpected(Throwable error) {
        return error instanceof WarehouseException statement && statement.missing()
                ? WarehouseException.line(statement)
                : "unexpected error: " + firstLine(error);
    }

    private static String firstLine(Throwable error) {
        String message = error.getMessage();
        if (message == null) {
            return error.getClass().getSimpleName();
        }
        boolean speaking = error.getClass().getName().startsWith("io.yieldline.");
        return (speaking ? "" : error.getClass().getSimpleName() + ": ")
                + message.lines().findFirst().orElse("");
    }

    private String keep(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(file.getParent());
            makeRoom();
            Files.writeString(
                    file,
                    clock.instant() + " " + Visible.lines(trace.toString()) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return "the details are in " + file;
        } catch (IOException e) {
            return "the details could not be written to " + file + " (" + Visible.line(FileFault.reason(e)) + "): "
                    + Visible.lines(trace.toString());
        }
    }

    private void makeRoom() throws IOException {
        if (Files.exists(file) && Files.size(file) > FULL) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
