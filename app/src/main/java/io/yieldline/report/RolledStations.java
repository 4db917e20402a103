package io.yieldline.report;

import io.yieldline.NameKey;
import io.yieldline.Ratio;
import io.yieldline.report.RolledYields.Line;
import io.yieldline.warehouse.Session;
import java.util.HashMap;
import java.util.Map;

/**
 * The stations that the rolled yields of a day or week multiply, as the view has them.
 *
 * @param factors the yield of each station, by its key
 */
record RolledStations(Map<Line, Map<String, Ratio>> factors) {
    private static final Ratio NOTHING = new Ratio(0, 0);

    static RolledStations of(Session session, Period period) {
        Map<Line, Map<String, Ratio>> factors = new HashMap<>();
        session.query(
                """
                select model, kind, station, passed, judged
                from rolled_yield_factor
                where grain = ? and period = ?""",
                row -> factors.computeIfAbsent(
                                key(new Line(Blank.or(row.getString(1)), row.getString(2))), line -> new HashMap<>())
                        .put(key(Blank.or(row.getString(3))), new Ratio(row.getLong(4), row.getLong(5))),
                period.noun(),
                period.name());
        return new RolledStations(factors);
    }

    /** The yield of a station in a product; of nothing where it has no judged records. */
    Ratio yield(Line line, String station) {
        return ofLine(line).getOrDefault(key(station), NOTHING);
    }

    /** Whether a product has a station. */
    boolean holds(Line line, String station) {
        return ofLine(line).containsKey(key(station));
    }

    private Map<String, Ratio> ofLine(Line line) {
        return factors.getOrDefault(key(line), Map.of());
    }

    private static Line key(Line line) {
        return new Line(key(line.model()), line.kind());
    }

    private static String key(String station) {
        return NameKey.of(station);
    }
}
