package io.yieldline.cli;

import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import io.yieldline.warehouse.Table.Row;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Backups as text. */
final class BackupsText {
    private BackupsText() {}

    /** One line per backup: time, size, verification and reason. */
    static Table list(Table backups) {
        return Table.of(
                backups.named().toList(),
                List.of(
                        new Field<>("backup", row -> row.value("backup")),
                        new Field<>("taken", row -> row.value("taken_at")),
                        new Field<>("rows", row -> row.value("rows")),
                        new Field<>("size", row -> row.value("bytes") instanceof Long bytes ? size(bytes) : null),
                        new Field<>("verified", BackupsText::verified),
                        new Field<>("why", row -> row.value("why"))));
    }

    static String size(long bytes) {
        return bytes < 100_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static @Nullable Object verified(Row backup) {
        Object damage = backup.value("damage");
        return damage == null ? backup.value("verified_at") : "damaged: " + damage;
    }
}
