package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.ask.SnapshotsOperation;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import io.yieldline.warehouse.Table.Row;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists snapshots. */
@Command(
        mixinStandardHelpOptions = true,
        header = SnapshotsOperation.PURPOSE,
        description = {
            "latest    the newest one",
            "backup    kept as a backup; see: yieldline backups",
            "evening   the last one of its day, which --as-of DAY reads",
            "records   with the records behind the marts, which explain --as-of needs",
            "Snapshots share files: the size of one is that of all its files."
        },
        footer = {"", "Examples:", "  yieldline snapshots", "  yieldline snapshots --format csv"})
final class SnapshotsCommand extends TableCommand<SnapshotsOperation.Parameters> {
    @Override
    Operation<SnapshotsOperation.Parameters, TableResult> operation() {
        return new SnapshotsOperation();
    }

    @Override
    SnapshotsOperation.Parameters parameters() {
        return new SnapshotsOperation.Parameters();
    }

    @Override
    void print(Table snapshots, Console console) {
        Object newest = snapshots.rows().get(0).get(0);
        console.table(Table.of(
                snapshots.named().toList(),
                List.of(
                        new Field<>("snapshot", row -> row.value("snapshot")),
                        new Field<>("taken", row -> row.value("taken_at")),
                        new Field<>("is", row -> kinds(row, newest)),
                        new Field<>("exports", row -> row.value("exports")),
                        new Field<>("rows", row -> row.value("rows")),
                        new Field<>("size", row -> BackupsText.size(row.number("bytes"))),
                        new Field<>("program", row -> row.value("program")))));
    }

    private static String kinds(Row snapshot, Object newest) {
        List<String> kinds = new ArrayList<>();
        if (newest.equals(snapshot.value("snapshot"))) {
            kinds.add("latest");
        }
        for (String kind : List.of("backup", "evening", "records")) {
            if (Boolean.TRUE.equals(snapshot.value(kind))) {
                kinds.add(kind);
            }
        }
        return String.join(", ", kinds);
    }
}
