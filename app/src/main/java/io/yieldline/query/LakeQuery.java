package io.yieldline.query;

import io.yieldline.warehouse.Table;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A query over one version of the lake, answered by a worker that ends with it. */
final class LakeQuery {
    private final LakeVersion lake;
    private final QueryRequest request;
    private volatile @Nullable WorkerProcess worker;
    private volatile boolean cancelled;

    LakeQuery(LakeVersion lake, QueryRequest request) {
        this.lake = lake;
        this.request = request;
    }

    /**
     * Asks a worker.
     *
     * @throws QueryFailure if there is no answer
     */
    QueryAnswer answer() {
        WorkerTask task = request.task(lake);
        long began = System.nanoTime();
        try (WorkerProcess started = WorkerProcess.start(lake.folder(), request.limits())) {
            worker = started;
            if (cancelled) {
                throw cancelled();
            }
            return answer(started, task, began);
        } catch (IOException e) {
            throw new IllegalStateException("the worker of a query cannot be started", e);
        }
    }

    /** Stops it, from any thread. */
    void cancel() {
        cancelled = true;
        WorkerProcess running = worker;
        if (running != null) {
            running.close();
        }
    }

    @SuppressWarnings("resource") // Both streams end with the process.
    private QueryAnswer answer(WorkerProcess started, WorkerTask task, long began) throws IOException {
        DataInputStream in = started.output();
        try {
            DataOutputStream out = started.input();
            task.write(out);
            return read(in, began);
        } catch (EOFException e) {
            throw lost(started, began);
        } catch (IOException e) {
            if (started.alive()) {
                throw e;
            }
            throw lost(started, began);
        }
    }

    private QueryAnswer read(DataInputStream in, long began) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (true) {
            switch (in.readByte()) {
                case Wire.COLUMNS -> readColumns(in, names, types);
                case Wire.ROW -> rows.add(readRow(in, names.size()));
                case Wire.END -> {
                    return new QueryAnswer(
                            new Table(List.copyOf(names), rows),
                            types,
                            in.readBoolean(),
                            lake.snapshot(),
                            milliseconds(began));
                }
                case Wire.FAILED -> throw QueryFailure.of(Wire.readText(in), request.limits());
                default -> throw new EOFException("not a message of a worker");
            }
        }
    }

    private static void readColumns(DataInputStream in, List<String> names, List<String> types) throws IOException {
        int number = in.readInt();
        for (int i = 0; i < number; i++) {
            names.add(Wire.readText(in));
            types.add(Wire.readText(in));
        }
    }

    private static List<@Nullable Object> readRow(DataInputStream in, int columns) throws IOException {
        List<@Nullable Object> row = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            row.add(Wire.readValue(in));
        }
        return row;
    }

    private RuntimeException lost(WorkerProcess ended, long began) {
        if (cancelled) {
            return cancelled();
        }
        if (milliseconds(began) >= TimeUnit.SECONDS.toMillis(request.limits().seconds())) {
            return QueryFailure.of(QueryFailure.TIME, request.limits());
        }
        return ended.complaint().contains("Error occurred during initialization of VM")
                ? new IllegalStateException("the worker of a query does not start: " + ended.complaint())
                : QueryFailure.ended();
    }

    private static QueryFailure cancelled() {
        return new QueryFailure("the query was cancelled");
    }

    private static long milliseconds(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
