package io.yieldline.insight;

import io.yieldline.mart.RowFilter;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who fails more units than the mix explains.
 *
 * @param period the days; a unit counts at a station by its first judged run in them
 * @param of what is suspected
 * @param scope only units with these values; an empty text stands for blank
 */
public record SuspectsQuestion(Period period, Suspected of, Map<Dimension, String> scope) {
    /** A copy that nobody changes. */
    public SuspectsQuestion {
        scope = Map.copyOf(scope);
    }

    /** First judged runs of units, counted by stratum, suspect and what failed. */
    List<FirstRuns> firstRuns(Session session) {
        RowFilter runs = scope(true);
        RowFilter first = scope(false);
        int strata = of.strata().size();
        return session.query(
                "select " + of.groups() + ", " + failure() + ", count(*) from (select *, " + RunOrder.PLACE + " from "
                        + of.records() + " and " + period.sql() + runs.and() + ") r where place = 1" + first.and()
                        + " group by " + numbers(strata) + " order by " + numbers(strata),
                row -> {
                    List<String> stratum = new ArrayList<>();
                    for (int i = 1; i <= strata; i++) {
                        stratum.add(row.getString(i));
                    }
                    return new FirstRuns(
                            stratum, row.getString(strata + 1), row.getString(strata + 2), row.getLong(strata + 3));
                },
                Stream.of(runs, first)
                        .flatMap(filter -> Stream.of(filter.parameters()))
                        .toArray());
    }

    /** The order of the runs of a unit is by model and station: what is asked of these alone is asked before it, the rest after it. */
    private RowFilter scope(boolean before) {
        RowFilter filter = new RowFilter();
        scope.forEach((dimension, value) -> {
            if (before == (dimension == Dimension.MODEL || dimension == Dimension.STATION)) {
                filter.oneOf(dimension.column(), List.of(value));
            }
        });
        return filter;
    }

    /** What failed: blank for a passed unit, else its error code if codes are asked for. */
    private String failure() {
        String failed = of.byCode() ? "coalesce(error_code, 'no code')" : "'" + FirstRuns.FAILED + "'";
        return "case when verdict = 'fail' then " + failed + " else '' end";
    }

    private static String numbers(int strata) {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= strata + 2; i++) {
            numbers.add(String.valueOf(i));
        }
        return String.join(", ", numbers);
    }
}
