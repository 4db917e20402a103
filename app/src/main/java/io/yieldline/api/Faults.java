package io.yieldline.api;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.yieldline.Busy;
import io.yieldline.ExitCode;
import io.yieldline.Hint;
import io.yieldline.UserError;
import io.yieldline.plant.Home;
import io.yieldline.warehouse.DatabaseFault;
import io.yieldline.warehouse.DatabaseFault.Kind;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/** Errors for clients: full text for errors that the client can fix, an id for internal errors, whose details are in the log. */
final class Faults {
    private final Home home;
    private final Consumer<Exception> log;

    Faults(Home home, Consumer<Exception> log) {
        this.home = home;
        this.log = log;
    }

    Problem of(UserError error) {
        String detail = masked(error.getMessage());
        return isTemporary(error) ? Problem.busy(detail) : new Problem(status(error.exitCode()), detail);
    }

    /** A wait, or a repair by the operator, is enough: the request itself is right. */
    private static boolean isTemporary(UserError error) {
        return error instanceof Busy
                || (error instanceof DatabaseFault fault
                        && List.of(Kind.CUT, Kind.SYSTEM).contains(fault.kind()));
    }

    Problem of(HttpResponseException error) {
        return new Problem(
                error.getStatus(),
                switch (error.getStatus()) {
                    case 404 -> "no such route; " + Routes.ROOT + "/openapi.json lists what there is";
                    case 405 -> "this route does not support that method";
                    case 413 -> "the body is too large";
                    default -> "the request cannot be read";
                });
    }

    /** An unexpected error; an aborted, slow or incomplete request is not an internal error. */
    Problem of(Throwable error, Context http) {
        HttpException bad = cause(error, HttpException.class);
        if (bad != null) {
            return new Problem(bad.getCode(), "the body cannot be read completely");
        }
        if (cause(error, TimeoutException.class) != null) {
            return new Problem(408, "the body is incomplete");
        }
        if (cause(error, EofException.class) != null) {
            return new Problem(400, "the upload was cut off");
        }
        return of(error, http.method() + " " + http.path());
    }

    Problem of(Throwable error, String where) {
        String id = UUID.randomUUID().toString();
        String place = where.replaceAll("\\p{C}", "?");
        log.accept(new IOException("error_id " + id + " in " + place, error));
        return Problem.internal(id);
    }

    /** Without local directories. */
    String masked(String text) {
        String directory = home.directory().toString();
        String absolute = home.directory().toAbsolutePath().normalize().toString();
        return text.replace(Hint.program(Path.of(absolute)), "yieldline")
                .replace(Hint.program(home.directory()), "yieldline")
                .replace(absolute + "/", "")
                .replace(directory + "/", "")
                .replace(absolute, "the plant");
    }

    /** All texts without local directories. */
    Table masked(Table table) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> shown = new ArrayList<>();
            row.forEach(value -> shown.add(value instanceof String text ? masked(text) : value));
            rows.add(shown);
        }
        return new Table(table.columns(), rows);
    }

    private static int status(ExitCode code) {
        return switch (code) {
            case USAGE -> 400;
            case LOCKED -> 409;
            case DONE, FAILED, CHECK_FAILED, PARTLY -> 422;
        };
    }

    private static <T> @Nullable T cause(Throwable error, Class<T> kind) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return kind.cast(each);
            }
        }
        return null;
    }
}
