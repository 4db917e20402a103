package io.yieldline.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns that are derived for every record, so that marts need no calendar and no plant rules. */
public enum Derived {
    /** The production day of the end time. */
    DAY(ColumnType.DATE, null),
    /** The ISO week of the day, such as {@code 2025-W14}. */
    WEEK(ColumnType.TEXT, null),
    /** The Monday of that week. */
    WEEK_START(ColumnType.DATE, null),
    /** The day on which output is counted, with weekends moved back. */
    OUTPUT_DAY(ColumnType.DATE, null),
    /** The hour of the end time, 0 to 23. */
    HOUR(ColumnType.INTEGER, null),
    /** Seconds from start to end, by instants. */
    DURATION_SECONDS(ColumnType.BIGINT, null),
    /** The verdict of the status: pass, fail or none. */
    VERDICT(ColumnType.TEXT, "status"),
    /** Whether the record counts as production. */
    IN_SCOPE(ColumnType.BOOLEAN, "flow"),
    /** The error code in the failure reason. */
    ERROR_CODE(ColumnType.TEXT, "failure_reasons"),
    /** Whether the rules exclude the serial number: such a record counts in no mart. */
    EXCLUDED(ColumnType.BOOLEAN, null),
    /** The shift of the end time; blank if the plant has no shifts. */
    SHIFT(ColumnType.TEXT, null),
    /** The instant of the start, as UTC, which never goes back. */
    STARTED_UTC(ColumnType.TIMESTAMP, null),
    /** The instant of the end, as UTC: what is earlier or later is told by it, and days by plant time. */
    ENDED_UTC(ColumnType.TIMESTAMP, null),
    /** The serial number as the export has it, where characters between its letters and digits were removed; else blank. */
    SERIAL_SPELLED(ColumnType.TEXT, null);

    private final ColumnType type;
    private final @Nullable String from;

    Derived(ColumnType type, @Nullable String from) {
        this.type = type;
        this.from = from;
    }

    /** The name in the master log. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type in the master log. */
    public ColumnType type() {
        return type;
    }

    /** The source column of the feed; null if every feed has it. */
    public @Nullable String from() {
        return from;
    }
}
