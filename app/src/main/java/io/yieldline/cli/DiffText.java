package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.ingest.ExportName;
import io.yieldline.store.SnapshotDifference;
import io.yieldline.store.SnapshotDifference.ExportChange;
import io.yieldline.store.SnapshotDifference.MartChange;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The difference of two snapshots as text: what changed in each mart, through which exports, and the cells. */
final class DiffText {
    private final SnapshotDifference difference;
    private final Console console;

    DiffText(SnapshotDifference difference, Console console) {
        this.difference = difference;
        this.console = console;
    }

    void print(String summary) {
        part(marts(), "");
        part(exports(), "");
        part(cells(), title());
        difference.notes().forEach(console::line);
        console.line(summary + ".");
    }

    private void part(Table table, String title) {
        if (!table.rows().isEmpty()) {
            if (!title.isEmpty()) {
                console.line(title);
            }
            console.table(table);
            console.line("");
        }
    }

    private Table marts() {
        return Table.of(
                difference.marts(),
                List.of(
                        new Field<>("mart", MartChange::mart),
                        new Field<>("cells", MartChange::cells),
                        new Field<>("rows changed", MartChange::changed),
                        new Field<>("rows added", MartChange::added),
                        new Field<>("rows removed", MartChange::removed)));
    }

    private Table exports() {
        return Table.of(
                difference.exports(),
                List.of(
                        new Field<>("export", ExportChange::export),
                        new Field<>("file", export -> ExportName.fileName(export.file())),
                        new Field<>("feed", ExportChange::feed),
                        new Field<>("before", export -> Objects.requireNonNullElse(export.was(), "")),
                        new Field<>("after", export -> Objects.requireNonNullElse(export.is(), "undone")),
                        new Field<>("records changed", ExportChange::records)));
    }

    /** Without the names of the keys, to fit on a screen. */
    private Table cells() {
        Table all = difference.table();
        int key = all.columns().indexOf("key");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < all.rows().size(); i++) {
            List<@Nullable Object> row = new ArrayList<>(all.rows().get(i));
            row.set(key, difference.listed().get(i).keyValues());
            rows.add(row);
        }
        return new Table(all.columns(), rows);
    }

    private String title() {
        int listed = difference.listed().size();
        return listed < difference.cells()
                ? String.format(
                        Locale.ROOT,
                        "The first %s of %,d; --limit lists more, --format csv all:",
                        Counted.of(listed, "cell"),
                        difference.cells())
                : "All " + Counted.of(listed, "cell") + ":";
    }
}
