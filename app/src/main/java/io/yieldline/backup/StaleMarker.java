package io.yieldline.backup;

import io.yieldline.feed.Feed;
import io.yieldline.warehouse.ChangeNumber;
import io.yieldline.warehouse.Session;

/** Marks days and units as stale before records are deleted. */
final class StaleMarker {
    private StaleMarker() {}

    /** Marks days and units of the records that meet a condition. */
    static void days(Session session, Feed feed, String condition) {
        long change = ChangeNumber.next(session);
        String from = "', %s from " + feed.masterLog() + " where " + condition;
        session.execute("insert into touched (change, source, day, week, output_day) select distinct cast(" + change
                + " as bigint), '" + feed.name() + from.formatted("day, week, output_day"));
        session.execute("insert into touched_unit (change, feed, serial_number) select distinct cast(" + change
                + " as bigint), '" + feed.name() + from.formatted("serial_number"));
    }
}
