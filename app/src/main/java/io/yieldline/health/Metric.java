package io.yieldline.health;

import io.yieldline.Ratio;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A metric of a plant over days or weeks. */
interface Metric {
    /** A word to ask for it. */
    String name();

    /** What it says and how it is counted, in one sentence. */
    String definition();

    /** Its values. */
    History history(Session session, Periods periods);

    /** In percent with two decimals; null for nothing of nothing. */
    static @Nullable BigDecimal percent(long part, long whole) {
        return new Ratio(part, whole).percent(2).orElse(null);
    }

    /** Milliseconds in seconds. */
    static BigDecimal seconds(long milliseconds) {
        return BigDecimal.valueOf(milliseconds, 3);
    }

    /**
     * The values of a metric.
     *
     * @param headline columns of the summary
     * @param byPeriod the values of these columns, by the name of the period; a period without values may be missing
     * @param details one row for each period and thing
     */
    record History(List<String> headline, Map<String, List<@Nullable Object>> byPeriod, Table details) {}
}
