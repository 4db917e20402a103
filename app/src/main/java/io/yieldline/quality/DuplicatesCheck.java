package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether any event stands twice in a master log. */
final class DuplicatesCheck implements Check {
    private static final int LISTED = 1000;
    private static final String DUPLICATES = """
            select '%1$s' as feed, m.serial_number, m.station, m.started_at, m.ended_at, m.export_id, m.row_number
            from %2$s m
            where m.identity in (select identity from %2$s group by identity having count(*) > 1)""";

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String title() {
        return "No event stands twice in a master log";
    }

    @Override
    public CheckReport run(Inspection inspection) {
        String sql = inspection.feeds().all().stream()
                .map(DuplicatesCheck::duplicatesOf)
                .collect(Collectors.joining("\nunion all\n"));
        Table rows = inspection
                .warehouse()
                .read(session -> session.table("select * from (" + sql
                        + ") d order by feed, serial_number, station, started_at, ended_at, export_id, row_number limit "
                        + LISTED));
        return new CheckReport(name(), title(), findings(rows.rows()), rows);
    }

    private static String duplicatesOf(Feed feed) {
        return DUPLICATES.formatted(feed.name(), feed.masterLog());
    }

    private static List<Finding> findings(List<List<@Nullable Object>> rows) {
        List<Finding> findings = new ArrayList<>();
        if (!rows.isEmpty()) {
            findings.add(Finding.error((rows.size() < LISTED ? "" : "at least ") + rows.size()
                    + " records share their identity with another; rebuild the plant from its archive"));
        }
        return findings;
    }
}
