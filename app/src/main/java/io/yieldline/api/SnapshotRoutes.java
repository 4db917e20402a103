package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.DiffOperation;
import io.yieldline.operation.ask.SnapshotsOperation;
import io.yieldline.store.Evenings;
import io.yieldline.store.SnapshotDifference;
import java.util.List;

/** Snapshots of the plant, and what changed from one to another. */
final class SnapshotRoutes {
    private static final String WORDS = "a name, a day, which stands for its evening, or latest";
    private static final long USUAL = 1_000;
    private static final long MOST = 100_000;

    private final Context context;

    SnapshotRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/snapshots", Role.VIEWER, "List the snapshots that as_of and a diff can read.", this::all)
                        .rowsAsCsvToo("snapshots"),
                Route.get("/snapshots/diff", Role.VIEWER, DiffOperation.PURPOSE, this::diff)
                        .with(
                                Parameter.text("before", "the earlier snapshot: " + WORDS)
                                        .needed(),
                                Parameter.text("after", "the later one, in the same way (default: latest)"),
                                Parameter.text("table", "only this mart"),
                                Parameter.number("limit", "maximum number of cells (default: 1000)", 1, MOST),
                                Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv"));
    }

    private RouteResponse all(Request request) {
        return RouteResponse.json(Json.rows(
                context.plant(),
                new SnapshotsOperation()
                        .run(new SnapshotsOperation.Parameters(), context)
                        .table()));
    }

    private RouteResponse diff(Request request) {
        Values values = request.values();
        DiffOperation.Parameters parameters = new DiffOperation.Parameters(
                values.required("before"),
                values.text("after").orElse(Evenings.LATEST),
                values.text("table").orElse(null),
                values.number("limit").orElse(USUAL));
        return FileTurns.take(() -> {
            SnapshotDifference found =
                    new DiffOperation().run(parameters, context).difference();
            return request.wantsCsv()
                    ? RouteResponse.csv(found.table(), "diff").with("Yieldline-Total", Long.toString(found.cells()))
                    : RouteResponse.json(json(found));
        });
    }

    private Object json(SnapshotDifference found) {
        return Json.inZone(
                context.plant(),
                "before",
                found.before(),
                "after",
                found.after(),
                "marts",
                found.marts(),
                "exports",
                found.exports(),
                "notes",
                found.notes(),
                "total",
                found.cells(),
                "rows",
                found.listed());
    }
}
