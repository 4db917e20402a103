package io.yieldline.cli;

import io.yieldline.warehouse.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Backups as text. */
final class BackupsText {
    private BackupsText() {}

    /** One line per backup: time, size, verification and reason. */
    static Table list(Table backups) {
        return new Table(
                List.of("backup", "taken", "rows", "size", "verified", "why"),
                backups.rows().stream().map(BackupsText::line).toList());
    }

    static String size(long bytes) {
        return bytes < 100_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static List<@Nullable Object> line(List<@Nullable Object> row) {
        Object bytes = row.get(3);
        Object damage = row.get(5);
        return Arrays.asList(
                row.get(0),
                row.get(1),
                row.get(2),
                bytes instanceof Long size ? size(size) : null,
                damage == null ? row.get(4) : "damaged: " + damage,
                row.get(6));
    }
}
