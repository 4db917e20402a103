package io.yieldline.health;

import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** How long samples are kept: they grow by a few hundred rows a day, and end here. */
final class Retained {
    /** A year to compare with, and some weeks. */
    static final int DAYS = 400;

    private Retained() {}

    /** Removes what is older, as seen from this plant day. */
    static void purge(Session session, LocalDate today) {
        LocalDate first = today.minusDays(DAYS);
        session.execute("delete from response_time where day < ?", first);
        session.execute("delete from table_size where day < ?", first);
        session.execute("delete from home_size where day < ?", first);
        LocalDateTime time = first.atStartOfDay();
        session.execute("delete from server_time where seen_at < ?", time);
    }
}
