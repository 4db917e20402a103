package io.yieldline.feed;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The instants of those times of a row that came with an offset from UTC. The others are read by the clock of their feed. */
final class KnownInstants {
    private static final KnownInstants NONE = new KnownInstants(new LocalDateTime[0]);

    private final @Nullable LocalDateTime[] utc;

    private KnownInstants(@Nullable LocalDateTime[] utc) {
        this.utc = utc;
    }

    /** Replaces each time with an offset by what the clock of the feed shows then, and keeps its instant. */
    static KnownInstants takeFrom(@Nullable Object[] values, ZoneShift zones) {
        KnownInstants known = NONE;
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof OffsetDateTime time) {
                known = known == NONE ? new KnownInstants(new LocalDateTime[values.length]) : known;
                LocalDateTime instant =
                        time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
                known.utc[i] = instant;
                values[i] = zones.shown(instant);
            }
        }
        return known;
    }

    /** Whether no time came with an offset, as is usual. */
    boolean isEmpty() {
        return utc.length == 0;
    }

    /** The instant of the time in this column, as UTC; null if its text did not say it. */
    @Nullable
    LocalDateTime of(int column) {
        return isEmpty() ? null : utc[column];
    }

    /** The same, if it is another than this one; else null. */
    @Nullable
    LocalDateTime otherThan(LocalDateTime instant, int column) {
        LocalDateTime known = of(column);
        return instant.equals(known) ? null : known;
    }
}
