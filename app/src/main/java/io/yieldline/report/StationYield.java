package io.yieldline.report;

import io.yieldline.Percent;
import io.yieldline.Ratio;
import io.yieldline.insight.StationComparison;
import io.yieldline.insight.Terms;
import io.yieldline.mart.RatioSql;
import io.yieldline.warehouse.Session;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The yield of a station for a model: passed / judged records.
 *
 * @param before the yield in the comparison period
 * @param mix the part of the difference that comes from another mix of part numbers, in percentage points with its sign; blank if there
 *     is no difference
 * @param worse whether more units fail than the mix explains
 * @param trend the yields of the last days or weeks, including the period itself
 */
record StationYield(
        String model, String station, Ratio yield, Ratio before, String mix, boolean worse, List<Ratio> trend) {
    private static final int POINTS = 10;

    /** All stations with judged records in the period. */
    static List<StationYield> of(Session session, Period period, ComparisonPeriod against) {
        Map<List<String>, List<Ratio>> trends = trends(session, period);
        StationComparison compared = StationComparison.of(
                session, against.days(), io.yieldline.insight.Period.of(period.from(), period.to()));
        String in = WorkingDays.sql(against.days());
        String sql = RatioSql.expand("""
                select model, station,
                    cast(sum(case when day in %s then 0 else ${station_yield_daily.yield.numerator} end) as bigint),
                    cast(sum(case when day in %s then 0 else ${station_yield_daily.yield.denominator} end) as bigint),
                    cast(sum(case when day in %s then ${station_yield_daily.yield.numerator} else 0 end) as bigint),
                    cast(sum(case when day in %s then ${station_yield_daily.yield.denominator} else 0 end) as bigint)
                from station_yield_daily
                where day between ? and ? or day in %s
                group by model, station
                order by model, station""".formatted(in, in, in, in, in));
        return session.query(sql, row -> of(row, compared, trends), period.from(), period.to()).stream()
                .filter(station -> station.yield().known())
                .toList();
    }

    private static StationYield of(ResultSet row, StationComparison compared, Map<List<String>, List<Ratio>> trends)
            throws SQLException {
        String model = Objects.requireNonNullElse(row.getString(1), "");
        String station = Objects.requireNonNullElse(row.getString(2), "");
        List<String> key = key(row.getString(1), row.getString(2));
        return new StationYield(
                key.get(0),
                key.get(1),
                new Ratio(row.getLong(3), row.getLong(4)),
                new Ratio(row.getLong(5), row.getLong(6)),
                compared.terms(model, station).map(StationYield::mix).orElse(""),
                compared.worse(model, station),
                trends.getOrDefault(key, List.of()));
    }

    /** New and gone part numbers are a change of the mix, too. */
    private static String mix(Terms terms) {
        return Percent.signed(
                terms.mix()
                        .add(terms.added())
                        .add(terms.gone())
                        .multiply(100)
                        .bigDecimalValue(4, RoundingMode.HALF_EVEN),
                2);
    }

    private static Map<List<String>, List<Ratio>> trends(Session session, Period period) {
        boolean daily = period.kind() == ReportKind.DAILY;
        String mart = "station_yield_" + period.kind().word();
        String column = daily ? "day" : "week";
        LocalDate first = period.minus(POINTS - 1).from();
        Map<List<String>, List<Ratio>> trends = new LinkedHashMap<>();
        session.query(
                RatioSql.expand("select model, station, ${" + mart + ".yield} from " + mart + " where " + column
                        + " between ? and ? order by " + column),
                row -> trends.computeIfAbsent(key(row.getString(1), row.getString(2)), key -> new ArrayList<>())
                        .add(new Ratio(row.getLong(3), row.getLong(4))),
                daily ? first : period.minus(POINTS - 1).name(),
                daily ? period.to() : period.name());
        return trends;
    }

    private static List<String> key(String model, String station) {
        return List.of(Blank.or(model), Blank.or(station));
    }
}
